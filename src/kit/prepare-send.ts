/**
 * Decides what the account says next, and when it has to wait: one transaction, before the network is touched.
 *
 * Everything that limits the bot is decided here and nowhere else: pacing, quiet hours, budgets, stops, merging.
 */

import type { Logger } from 'pino';
import type { OutboxId } from '../domain/ids.js';
import { earliestSend, gapAfterSend } from '../domain/pacing.js';
import type { Picture } from '../domain/picture.js';
import type { ChatPerson, ChatTarget } from '../ports/chat-gateway.js';
import { readAccount, saveNextSend } from '../storage/accounts.js';
import type { Database } from '../storage/database.js';
import { findRoomPlatformId } from '../storage/identities.js';
import { findMemberPlatformId, listPeople } from '../storage/members.js';
import { readSentSoFar } from '../storage/outbox-counts.js';
import { takeItems } from '../storage/outbox-items.js';
import { findNextNotBefore, findNextToSend, markEnded, markSending, postpone } from '../storage/outbox-sending.js';
import type { OutboxMessage } from '../storage/outbox.js';
import { contentOf } from './content.js';
import { turnOf } from './its-turn.js';
import { wordsOnLeaving } from './late-mark.js';
import { noteUnseen } from './own-messages.js';
import type { SenderOptions } from './sender-options.js';
import { earliestUnasked, noteStarted, whyHeld } from './started-messages.js';
import { tellOfUnsent } from './unsent-post.js';
import { startWork, type Work } from './work.js';

export type Step =
  | {
      readonly do: 'send';
      readonly id: OutboxId;
      readonly to: ChatTarget;
      readonly text: string;
      readonly mentions: readonly ChatPerson[];
      readonly picture?: Picture;
      readonly attempt: number;
      readonly at: number;
    }
  /** Nothing to say before `until`; `paced` when whatever comes in meanwhile would have to wait too. */
  | { readonly do: 'wait'; readonly until: number; readonly paced?: true }
  | { readonly do: 'rest' }
  /** Something was put aside: look again. */
  | { readonly do: 'again' };

const AGAIN: Step = { do: 'again' };

interface End {
  readonly state: 'expired' | 'failed' | 'skipped' | 'cancelled';
  readonly reason: string;
}

export async function prepareSend(database: Database, options: SenderOptions): Promise<Step> {
  return database.transaction(async (tx) => {
    const { clock, accountId } = options;
    const now = clock.now();
    const account = await readAccount(tx, accountId);
    const work = startWork(options, tx, account, now);
    if (account.nextSendAt > now) return { do: 'wait', until: account.nextSendAt, paced: true };
    const message = await findNextToSend(tx, accountId, now);
    if (!message) return restUntilNext(work);
    await noteUnseen(work);
    return claim(work, message, options);
  });
}

async function restUntilNext(work: Work): Promise<Step> {
  const until = await findNextNotBefore(work.tx, work.account.id);
  return until === undefined ? { do: 'rest' } : { do: 'wait', until };
}

async function claim(work: Work, message: OutboxMessage, options: SenderOptions): Promise<Step> {
  const { tx, now, account, pacing } = work;
  const putAside = (end: End) => endUnsent(work, message, end, options.log);
  const turn = await turnOf(work, message);
  if (turn !== 'now') return turn === 'later' ? AGAIN : putAside(turn);
  if (message.expiresAt < now) return putAside({ state: 'expired', reason: 'expired' });
  const allowedAt = await earliestAllowed(work, message);
  if (allowedAt > now)
    return (await isPostponed(work, message, allowedAt)) ? AGAIN : putAside(await heldFor(work, message));
  const to = await findTarget(work, message);
  if (!to) return putAside({ state: 'failed', reason: 'no such chat' });
  const content = await contentOf(work, message, options.log);
  if (content.do === 'wait') return AGAIN;
  if (content.do === 'end') return putAside(content);
  const text = await wordsOnLeaving(work, message, content.text);
  await saveNextSend(tx, account.id, now + gapAfterSend(pacing, options.random()));
  await markSending(tx, message.id, text, now);
  if (message.started) await noteStarted(work, message);
  const mentions = await listPeople(tx, account.id, message.mentions);
  return { ...content, id: message.id, to, text, mentions, attempt: message.attempts + 1, at: now };
}

async function earliestAllowed(work: Work, message: OutboxMessage): Promise<number> {
  const { tx, now, account, pacing } = work;
  const sent = await readSentSoFar(tx, account.id, now);
  const byPace = earliestSend(pacing, sent, now, now - account.createdAt);
  return Math.max(byPace, await earliestUnasked(work, message));
}

/** False for a post that would expire first: it ends now, while a person can still do something. */
async function isPostponed({ tx }: Work, { id, day, expiresAt }: OutboxMessage, until: number): Promise<boolean> {
  if (day !== null && until > expiresAt) return false;
  await postpone(tx, [id], until);
  return true;
}

async function heldFor(work: Work, message: OutboxMessage): Promise<End> {
  return { state: 'expired', reason: await whyHeld(work, message) };
}

async function endUnsent(work: Work, message: OutboxMessage, { state, reason }: End, log: Logger): Promise<Step> {
  await markEnded(work.tx, message.id, state, reason);
  await takeItems(work.tx, message.id);
  await tellOfUnsent(work, message, reason, log);
  return AGAIN;
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
