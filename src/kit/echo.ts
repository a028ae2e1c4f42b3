/**
 * Our own messages coming back: the proof of a send with an unknown end, whenever it comes.
 *
 * A message that is still on its way is left to the sender, which may yet learn its id.
 */

import type { ChatEvents, ChatTarget } from '../ports/chat-gateway.js';
import { cleanText } from '../storage/clean-text.js';
import { appendEcho, countUnclaimed, findEcho, hashText, saveEchoOwner } from '../storage/echoes.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { listSending, listUncertain, markSent } from '../storage/outbox-sending.js';
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
  const hasWords = (message: OutboxMessage): boolean => hashText(message.body) === hashText(text);
  const onTheirWay = (await listSending(tx, account.id)).filter(hasWords);
  for (const message of (await listUncertain(tx, account.id)).filter(hasWords)) {
    // The same words may be on their way just now: an older message must not claim their echo.
    const rivals = onTheirWay.filter((one) => one.roomId === message.roomId && one.memberId === message.memberId);
    if (rivals.length > 0 && (await countUnclaimed(tx, account.id, targetOf(event.to), text)) <= rivals.length)
      continue;
    if (await settleByEcho(work, message)) return;
  }
}

/** Marks the message as sent if an echo of it has come in. Nothing but words can be told by what comes back. */
export async function settleByEcho(work: Work, message: OutboxMessage): Promise<boolean> {
  const { tx, now, account } = work;
  const to = await findTarget(work, message);
  if (!to || message.sendingAt === null || !isWords(message)) return false;
  const sought = { target: targetOf(to), text: message.body, sendingAt: message.sendingAt };
  const messageId = await findEcho(tx, account.id, sought);
  if (messageId === undefined) return false;
  await markSent(tx, message.id, messageId, now);
  await saveEchoOwner(tx, { accountId: account.id, messageId, ...sought, at: message.sendingAt }, message.id);
  return true;
}

function isWords({ picture, graphic, errand }: OutboxMessage): boolean {
  return picture === null && graphic === null && errand === null;
}

export function targetOf(to: ChatTarget): string {
  return 'roomPlatformId' in to ? to.roomPlatformId : to.personPlatformId;
}
