/** What became of a send, written down until it is stored: an acknowledged message must never look unsent. */

import type { StopNews } from '../domain/alert-news.js';
import type { OutboxId } from '../domain/ids.js';
import { FAILURES_TO_STOP } from '../domain/stop.js';
import { SendError } from '../ports/chat-gateway.js';
import { markSendFailed, markSendSucceeded } from '../storage/account-sending.js';
import { readAccount } from '../storage/accounts.js';
import type { Tx } from '../storage/database.js';
import { listSending, listUncertain } from '../storage/doubtful-sends.js';
import { saveEchoOwner } from '../storage/echoes.js';
import { findOutbox } from '../storage/outbox-message.js';
import { markGraphicGivenUp, markEnded, markPlannedAgain, markSent } from '../storage/outbox-sending.js';
import { settleByEcho, targetOf } from './echo.js';
import { tellOfErrand } from './errand.js';
import type { Step } from './send-step.js';
import type { SenderOptions } from './sender-options.js';
import { stopStarting } from './stop-starting.js';
import { tellOfUnsent } from './unsent-post.js';
import { untilStored } from './until-stored.js';
import { startWork, type Work } from './work.js';

type Sent = Step & { do: 'send' };

/** What tells of trouble with the account; a lost connection or a room that is gone does not. */
const COUNTED: ReadonlySet<SendError['trouble']> = new Set(['throttled', 'other']);
const DONE = { outcome: 'done', reason: null } as const;
const MOST_ATTEMPTS = 5;
const BACK_OFF_MS = 5_000;

/** A success is a fact, whoever reports it: also when the account has another owner by now. */
export async function concludeSuccess(
  options: SenderOptions,
  step: Sent,
  messageId: string | undefined,
): Promise<void> {
  await untilStored(options, async (tx) => {
    const now = options.clock.now();
    await markSent(tx, step.id, messageId ?? null, now);
    await markSendSucceeded(tx, options.accountId);
    if (step.errand) await tellOfErrand(await workIn(tx, options), step.id, DONE, options.log);
    if (messageId === undefined) return;
    const echo = { accountId: options.accountId, messageId, target: targetOf(step.to), text: step.text, at: now };
    await saveEchoOwner(tx, echo, step.id);
  });
}

export async function concludeFailure(options: SenderOptions, step: Sent, error: unknown): Promise<void> {
  const failure = error instanceof SendError ? error : new SendError('unknown', 'other', String(error));
  options.log.warn(
    { outboxId: step.id, outcome: failure.outcome, trouble: failure.trouble, err: error },
    'send failed',
  );
  const stopped = await untilStored(options, async (tx) => {
    await writeFailure(tx, options, step, failure);
    return COUNTED.has(failure.trouble) ? stopIfTroubled(tx, options, failure) : undefined;
  });
  if (stopped) options.alarm.tell(stopped);
}

async function writeFailure(tx: Tx, options: SenderOptions, step: Sent, failure: SendError): Promise<void> {
  const work = await workIn(tx, options);
  if (failure.outcome === 'unknown') return leaveInDoubt(work, options, step, failure);
  if (failure.trouble === 'unsupported' && step.graphic === 'rendered') return sayInWords(work, step, failure);
  if (failure.trouble === 'unsupported' || failure.trouble === 'gone') return giveUp(work, options, step, failure);
  if (failure.trouble === 'offline') {
    return markPlannedAgain(tx, step.id, { notBefore: step.at, reason: failure.message, attempts: step.attempt - 1 });
  }
  if (step.attempt >= MOST_ATTEMPTS) return giveUp(work, options, step, failure);
  const notBefore = options.clock.now() + BACK_OFF_MS * 2 ** (step.attempt - 1);
  return markPlannedAgain(tx, step.id, { notBefore, reason: failure.message, attempts: step.attempt });
}

/** No picture left, so the words do not come on top of one. */
async function sayInWords({ tx }: Work, step: Sent, { message }: SendError): Promise<void> {
  await markGraphicGivenUp(tx, step.id);
  await markPlannedAgain(tx, step.id, { notBefore: step.at, reason: message, attempts: step.attempt - 1 });
}

/** Its echo may have come in while its end was still open. */
async function leaveInDoubt(work: Work, options: SenderOptions, step: Sent, { message }: SendError): Promise<void> {
  await markEnded(work.tx, step.id, 'uncertain', message);
  await tellOfErrand(work, step.id, { outcome: 'uncertain', reason: message }, options.log);
  const doubtful = await findOutbox(work.tx, step.id);
  if (doubtful) await settleByEcho(work, doubtful);
}

async function giveUp(work: Work, options: SenderOptions, step: Sent, { trouble, message }: SendError): Promise<void> {
  const { tx } = work;
  const unsent = await findOutbox(tx, step.id);
  const noPictures = trouble === 'unsupported' && step.picture ? 'picture-unsupported' : undefined;
  await markEnded(tx, step.id, 'failed', noPictures ?? message);
  const reason = noPictures ?? (trouble === 'gone' ? 'no such chat' : message);
  if (unsent) await tellOfUnsent(work, unsent, reason, options.log);
  await tellOfErrand(work, step.id, { outcome: 'failed', reason }, options.log);
}

async function workIn(tx: Tx, options: SenderOptions): Promise<Work> {
  return startWork(options, tx, await readAccount(tx, options.accountId), options.clock.now());
}

/** A complaint of the platform, or three failures in a row, silence what the bot starts. */
async function stopIfTroubled(tx: Tx, options: SenderOptions, { trouble }: SendError): Promise<StopNews | undefined> {
  const { accountId, clock, log } = options;
  const failures = await markSendFailed(tx, accountId);
  if (trouble !== 'throttled' && failures < FAILURES_TO_STOP) return undefined;
  log.error({ trouble }, 'started messages stopped for two hours');
  return stopStarting(tx, { accountId, cause: trouble === 'throttled' ? 'throttled' : 'failures', at: clock.now() });
}

async function endInDoubt(work: Work, id: OutboxId, { log }: SenderOptions): Promise<void> {
  const reason = 'no echo after a restart';
  await markEnded(work.tx, id, 'uncertain', reason);
  await tellOfErrand(work, id, { outcome: 'uncertain', reason }, log);
}

/**
 * Settles messages whose end is unknown by the echoes that have come in. What has no echo stays as it is while
 * one `mayCome`, and is uncertain afterwards; where none is ever shown, nothing is waited for. Returns how many are still open.
 */
export async function settleDoubtful(options: SenderOptions, mayCome: boolean): Promise<number> {
  const { database, accountId } = options;
  return database.transaction(async (tx) => {
    const work = await workIn(tx, options);
    const patient = mayCome && work.account.ownMessages !== 'unseen';
    const sending = await listSending(tx, accountId);
    const uncertain = await listUncertain(tx, accountId);
    let open = 0;
    for (const message of [...sending, ...uncertain]) {
      if (await settleByEcho(work, message)) continue;
      if (message.state !== 'sending') continue;
      if (patient && message.errand === null) open++;
      else await endInDoubt(work, message.id, options);
    }
    return open;
  });
}
