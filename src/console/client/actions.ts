/** What the played person does in the opened chat. Messages leave one after another, in the order of sending. */

import { composer, errors, guide } from '../../copy/zh-cn/simulator-page.js';
import { api, ask } from './api.js';
import { openedChat } from './chats.js';
import { takeDraft } from './draft.js';
import { mentionedIds } from './mention-text.js';
import { showToast } from './toast.js';
import { openChat, player } from './view.js';

const pictureBytesAtMost = 5 * 1024 * 1024;
let previous: Promise<unknown> = Promise.resolve();

export function sendDraft(): void {
  const from = sender();
  const draft = takeDraft();
  if (!from || draft.text.trim() === '') return;
  const message = { ...from, text: draft.text, mentionIds: mentionedIds(draft.text, draft.picked) };
  inTurn(async () => {
    if (!(await ask(api.messages.$post({ json: message })))) draft.giveBack();
  });
}

export function sendMedia(kind: 'voice' | 'video' | 'link', caption: string): void {
  const from = sender();
  if (from) inTurn(() => ask(api.media.$post({ json: { ...from, kind, caption } })));
}

export function sendPictures(files: Iterable<File>): void {
  for (const picture of files) sendPicture(picture);
}

export function claim(code: string): void {
  const { id } = player.value ?? {};
  if (id === undefined) return;
  openChat(id);
  const json = { personId: id, chatId: id, text: guide.claimText(code) };
  inTurn(() => ask(api.messages.$post({ json })));
}

function sendPicture(picture: File): void {
  const from = sender();
  if (!from) return;
  if (!picture.type.startsWith('image/')) return showToast(errors.picture);
  if (picture.size > pictureBytesAtMost) return showToast(composer.pictureTooBig);
  inTurn(() => ask(api.pictures.$post({ form: { ...from, picture } })));
}

function sender(): { personId: string; chatId: string } | undefined {
  const personId = player.value?.id;
  const chatId = openedChat.value?.id;
  return personId !== undefined && chatId !== undefined ? { personId, chatId } : undefined;
}

function inTurn(act: () => Promise<unknown>): void {
  previous = previous.then(act);
}
