/**
 * Decides what the account says next, and when it has to wait: one transaction, before the network is touched.
 *
 * Everything that limits the bot is decided here and nowhere else: pacing, quiet hours, budgets, stops, merging.
 */

import type { OutboxId } from '../domain/ids.js';
import { earliestSend, gapAfterSend } from '../domain/pacing.js';
import type { ChatPerson, ChatTarget } from '../ports/chat-gateway.js';
import { readAccount, saveNextSend } from '../storage/accounts.js';
import type { Database } from '../storage/database.js';
import { findMemberPlatformId, listPeople } from '../storage/members.js';
import { readSentSoFar } from '../storage/outbox-counts.js';
import { findNextNotBefore, findNextToSend, markEnded, markSending, postpone } from '../storage/outbox-sending.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { findRoomPlatformId } from '../storage/rooms.js';
import { composeMerged } from './merged-replies.js';
import type { SenderOptions } from './sender-options.js';
import { earliestUnasked, noteStarted } from './started-messages.js';
import type { Work } from './work.js';

export type Step =
  | {
      readonly do: 'send';
      readonly id: OutboxId;
      readonly to: ChatTarget;
      readonly text: string;
      readonly mentions: readonly ChatPerson[];
      readonly attempt: number;
      readonly at: number;
    }
  /** Nothing to say before `until`. */
  | { readonly do: 'wait'; readonly until: number }
  | { readonly do: 'rest' }
  /** Something was put aside: look again. */
  | { readonly do: 'again' };

export async function prepareSend(database: Database, options: SenderOptions): Promise<Step> {
  return database.transaction(async (tx) => {
    const { clock, accountId, pacing, catalogue } = options;
    const now = clock.now();
    const account = await readAccount(tx, accountId);
    const work: Work = { tx, now, account, pacing, catalogue };
    if (account.nextSendAt > now) return { do: 'wait', until: account.nextSendAt };
    const message = await findNextToSend(tx, accountId, now);
    if (!message) return restUntilNext(work);
    return claim(work, message, options);
  });
}

async function restUntilNext(work: Work): Promise<Step> {
  const until = await findNextNotBefore(work.tx, work.account.id);
  return until === undefined ? { do: 'rest' } : { do: 'wait', until };
}

async function claim(work: Work, message: OutboxMessage, options: SenderOptions): Promise<Step> {
  const { tx, now, account, pacing } = work;
  if (message.expiresAt < now) return putAside(work, message, 'expired', 'expired');
  const allowedAt = await earliestAllowed(work, message);
  if (allowedAt > now) {
    await postpone(tx, [message.id], allowedAt);
    return { do: 'again' };
  }
  const to = await findTarget(work, message);
  if (!to) return putAside(work, message, 'failed', 'no such chat');
  const merged = await composeMerged(work, message, options.log);
  if (merged.do === 'wait') return { do: 'again' };
  if (merged.do === 'fail') return putAside(work, message, 'failed', 'no words');
  await saveNextSend(tx, account.id, now + gapAfterSend(pacing, options.random()));
  await markSending(tx, message.id, merged.text, now);
  if (message.started) await noteStarted(work, message);
  const mentions = await listPeople(tx, account.id, message.mentions);
  return { do: 'send', id: message.id, to, text: merged.text, mentions, attempt: message.attempts + 1, at: now };
}

async function earliestAllowed(work: Work, message: OutboxMessage): Promise<number> {
  const { tx, now, account, pacing } = work;
  const sent = await readSentSoFar(tx, account.id, now);
  const byPace = earliestSend(pacing, sent, now, now - account.createdAt);
  return Math.max(byPace, await earliestUnasked(work, message));
}

async function putAside(
  work: Work,
  message: OutboxMessage,
  state: 'expired' | 'failed',
  reason: string,
): Promise<Step> {
  await markEnded(work.tx, message.id, state, reason);
  return { do: 'again' };
}

export async function findTarget(work: Work, message: OutboxMessage): Promise<ChatTarget | undefined> {
  const { tx, account } = work;
  if (message.roomId !== null) {
    const roomPlatformId = await findRoomPlatformId(tx, message.roomId, account.id);
    return roomPlatformId === undefined ? undefined : { roomPlatformId };
  }
  if (message.memberId === null) return undefined;
  const personPlatformId = await findMemberPlatformId(tx, message.memberId, account.id);
  return personPlatformId === undefined ? undefined : { personPlatformId };
}
