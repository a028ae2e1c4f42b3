/** What became of a send, written down until it is stored: an acknowledged message must never look unsent. */

import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../ports/chat-gateway.js';
import { markSendFailed, markSendSucceeded, markStopped, readAccount } from '../storage/accounts.js';
import type { Tx } from '../storage/database.js';
import { saveEchoOwner } from '../storage/echoes.js';
import { listSending, listUncertain, markEnded, markPlannedAgain, markSent } from '../storage/outbox-sending.js';
import { settleByEcho, targetOf } from './echo.js';
import type { Step } from './prepare-send.js';
import type { SenderOptions } from './sender-options.js';
import type { Work } from './work.js';

type Sent = Step & { do: 'send' };

/** What tells of trouble with the account; a lost connection or a room that is gone does not. */
const COUNTED: ReadonlySet<SendError['trouble']> = new Set(['throttled', 'other']);
const MOST_ATTEMPTS = 5;
const FAILURES_TO_STOP = 3;
const STOP_MS = 2 * 60 * 60_000;
const BACK_OFF_MS = 5_000;

export async function concludeSuccess(
  options: SenderOptions,
  step: Sent,
  messageId: string | undefined,
): Promise<void> {
  await untilStored(options, async (tx) => {
    const now = options.clock.now();
    await markSent(tx, step.id, messageId ?? null, now);
    await markSendSucceeded(tx, options.accountId);
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
  await untilStored(options, async (tx) => {
    await writeFailure(tx, options, step, failure);
    if (COUNTED.has(failure.trouble)) await stopIfTroubled(tx, options, failure);
  });
}

async function writeFailure(tx: Tx, { clock }: SenderOptions, step: Sent, failure: SendError): Promise<void> {
  if (failure.outcome === 'unknown') return markEnded(tx, step.id, 'uncertain', failure.message);
  if (failure.trouble === 'gone') return markEnded(tx, step.id, 'failed', failure.message);
  if (failure.trouble === 'offline') {
    return markPlannedAgain(tx, step.id, { notBefore: step.at, reason: failure.message, attempts: step.attempt - 1 });
  }
  if (step.attempt >= MOST_ATTEMPTS) return markEnded(tx, step.id, 'failed', failure.message);
  const notBefore = clock.now() + BACK_OFF_MS * 2 ** (step.attempt - 1);
  return markPlannedAgain(tx, step.id, { notBefore, reason: failure.message, attempts: step.attempt });
}

/** A complaint of the platform, or three failures in a row, silence what the bot starts for two hours. */
async function stopIfTroubled(tx: Tx, { accountId, clock, log }: SenderOptions, failure: SendError): Promise<void> {
  const failures = await markSendFailed(tx, accountId);
  if (failure.trouble !== 'throttled' && failures < FAILURES_TO_STOP) return;
  const until = clock.now() + STOP_MS;
  await markStopped(tx, accountId, until, failure.trouble);
  log.error({ until, trouble: failure.trouble }, 'started messages stopped for two hours');
}

/**
 * Settles messages whose end is unknown by the echoes that have come in. What has no echo stays as it is while
 * `patient`, and is uncertain afterwards. Returns how many are still open.
 */
export async function settleDoubtful(options: SenderOptions, patient: boolean): Promise<number> {
  const { database, accountId, clock, pacing, catalogue } = options;
  return database.transaction(async (tx) => {
    const work: Work = { tx, now: clock.now(), account: await readAccount(tx, accountId), pacing, catalogue };
    const sending = await listSending(tx, accountId);
    const uncertain = await listUncertain(tx, accountId);
    let open = 0;
    for (const message of [...sending, ...uncertain]) {
      if (await settleByEcho(work, message)) continue;
      if (message.state === 'sending' && !patient)
        await markEnded(tx, message.id, 'uncertain', 'no echo after a restart');
      if (message.state === 'sending' && patient) open++;
    }
    return open;
  });
}

async function untilStored(options: SenderOptions, write: (tx: Tx) => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await options.database.transaction(write);
    } catch (error) {
      options.log.warn({ err: error }, 'result of a send could not be stored, trying again');
      if (attempt > 600) throw error;
      await sleep(Math.min(1_000, 20 * 2 ** Math.min(attempt, 6)));
    }
  }
}
