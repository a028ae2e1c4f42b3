/**
 * Decides what the account says next, and when it has to wait: one transaction, before the network is touched.
 *
 * Everything that limits the bot is decided here and nowhere else: pacing, quiet hours, budgets, stops, merging.
 */

import type { Logger } from 'pino';
import { earliestSend, gapAfterSend } from '../domain/pacing.js';
import type { ChatTarget } from '../ports/chat-gateway.js';
import { readAccount } from '../storage/accounts.js';
import type { Database } from '../storage/database.js';
import { findRoomPlatformId } from '../storage/identities.js';
import { findMemberPlatformId } from '../storage/members.js';
import { readSentSoFar } from '../storage/outbox-counts.js';
import { takeItems } from '../storage/outbox-items.js';
import type { OutboxMessage } from '../storage/outbox-message.js';
import { findNextNotBefore, findNextToSend, markEnded, postpone } from '../storage/outbox-sending.js';
import { contentOf } from './content.js';
import { tellOfErrand } from './errand.js';
import type { Rendered } from './graphic-picture.js';
import { turnOf } from './its-turn.js';
import { noteUnseen } from './own-messages.js';
import type { Step } from './send-step.js';
import type { SenderOptions } from './sender-options.js';
import { startSending } from './start-sending.js';
import { earliestUnasked, whyHeld } from './started-messages.js';
import { tellOfUnsent } from './unsent-post.js';
import { startWork, type Work } from './work.js';

const AGAIN: Step = { do: 'again' };

interface End {
  readonly state: 'expired' | 'failed' | 'skipped' | 'cancelled';
  readonly reason: string;
}

/** `rendered`: what became of the graphic that the call before asked for. */
export async function prepareSend(database: Database, options: SenderOptions, rendered?: Rendered): Promise<Step> {
  return database.transaction(async (tx) => {
    const { clock, accountId } = options;
    const now = clock.now();
    const account = await readAccount(tx, accountId);
    const work = startWork(options, tx, account, now);
    if (account.nextSendAt > now) return { do: 'wait', until: account.nextSendAt, paced: true };
    const message = await findNextToSend(tx, accountId, now);
    if (!message) return restUntilNext(work);
    await noteUnseen(work);
    return claim(work, message, { log: options.log, random: options.random, rendered });
  });
}

async function restUntilNext(work: Work): Promise<Step> {
  const until = await findNextNotBefore(work.tx, work.account.id);
  return until === undefined ? { do: 'rest' } : { do: 'wait', until };
}

interface ClaimOptions extends Pick<SenderOptions, 'log' | 'random'> {
  readonly rendered: Rendered | undefined;
}

async function claim(work: Work, message: OutboxMessage, options: ClaimOptions): Promise<Step> {
  const { now, pacing } = work;
  const putAside = (end: End) => endUnsent(work, message, end, options.log);
  const turn = await turnOf(work, message);
  if (turn !== 'now') return turn === 'later' ? AGAIN : putAside(turn);
  if (message.expiresAt < now) return putAside({ state: 'expired', reason: 'expired' });
  const allowedAt = await earliestAllowed(work, message);
  if (allowedAt > now)
    return (await isPostponed(work, message, allowedAt)) ? AGAIN : putAside(await heldFor(work, message));
  const to = await findTarget(work, message);
  if (!to) return putAside({ state: 'failed', reason: 'no such chat' });
  const content = await contentOf(work, message, { ...options, to });
  if (content.do === 'wait') return AGAIN;
  if (content.do === 'render') return content;
  if (content.do === 'end') return putAside(content);
  return startSending(work, message, { to, content, gap: gapAfterSend(pacing, options.random()) });
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
  await tellOfErrand(work, message.id, { outcome: 'failed', reason }, log);
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
