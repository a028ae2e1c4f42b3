/**
 * Our own messages coming back: the proof of a send with an unknown end, whenever it comes.
 *
 * A message that is still on its way is left to the sender, which may yet learn its id.
 */

import type { ChatEvents, ChatTarget } from '../ports/chat-gateway.js';
import { cleanText } from '../storage/clean-text.js';
import { listDoubtfulTo, type OwnChat } from '../storage/doubtful-sends.js';
import { appendEcho, hashText, listUnclaimed, saveEchoOwner } from '../storage/echoes.js';
import { findMemberId } from '../storage/members.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { markSent } from '../storage/outbox-sending.js';
import { findRoomByPlatformId } from '../storage/seen-rooms.js';
import { noteShown } from './own-messages.js';
import { findTarget } from './prepare-send.js';
import type { Work } from './work.js';

/** `onlineSince`: an echo from before is one that was told again. */
export async function noteEcho(
  work: Work,
  event: ChatEvents['message.echoed'],
  onlineSince: number | undefined,
): Promise<void> {
  const { tx, account } = work;
  const { text, sentAt: at } = event;
  await noteShown(work, at, onlineSince);
  const messageId = cleanText(event.messageId);
  await appendEcho(tx, { accountId: account.id, messageId, target: targetOf(event.to), text, at });
  const chat = await findChat(work, event.to);
  const doubtful = chat ? await listDoubtfulTo(tx, account.id, chat) : [];
  const alike = doubtful.filter((message) => isWords(message) && hashText(message.body) === hashText(text));
  // What does not prove the first of them proves none: it left before the others.
  const first = alike.find(({ state }) => state === 'uncertain');
  // The same words may be on their way just now: an older message must not claim their echo.
  if (first) await settleByEcho(work, first, alike.filter(({ state }) => state === 'sending').length);
}

/**
 * Marks the message as sent if an echo of it has come in that is none of `rivals`, as many others with the same words to the same chat.
 * Nothing but words can be told by what comes back.
 */
export async function settleByEcho(work: Work, message: OutboxMessage, rivals = 0): Promise<boolean> {
  const { tx, now, account } = work;
  const to = await findTarget(work, message);
  if (!to || message.sendingAt === null || !isWords(message)) return false;
  const sought = { target: targetOf(to), text: message.body, sendingAt: message.sendingAt };
  const unclaimed = await listUnclaimed(tx, account.id, sought, rivals + 1);
  const [messageId] = unclaimed;
  if (messageId === undefined || unclaimed.length <= rivals) return false;
  await markSent(tx, message.id, messageId, now);
  await saveEchoOwner(tx, { accountId: account.id, messageId, ...sought, at: message.sendingAt }, message.id);
  return true;
}

/** Undefined for a chat in which nothing of ours can have been. */
async function findChat({ tx, account }: Work, to: ChatTarget): Promise<OwnChat | undefined> {
  if ('roomPlatformId' in to) {
    const room = await findRoomByPlatformId(tx, account.id, to.roomPlatformId);
    return room && { roomId: room.id };
  }
  const memberId = await findMemberId(tx, account.id, to.personPlatformId);
  return memberId === undefined ? undefined : { roomId: null, memberId };
}

function isWords({ picture, graphic, errand }: OutboxMessage): boolean {
  return picture === null && graphic === null && errand === null;
}

export function targetOf(to: ChatTarget): string {
  return 'roomPlatformId' in to ? to.roomPlatformId : to.personPlatformId;
}
