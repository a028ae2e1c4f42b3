/**
 * Wake-ups through pg-boss, which keeps them in PostgreSQL beside our rows, in a schema of its own.
 *
 * It may be slow, silent or gone, and nothing is lost: rows are looked at once a minute all the same. So none of its
 * failures reaches a transaction of ours or ends the process.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { AccountId } from '../domain/ids.js';
import type { Clock } from '../ports/clock.js';
import type { WakeUp, WakeUps } from '../ports/wake-ups.js';
import { inStep, type Tx } from './database.js';
import { isUnavailable } from './retry.js';

export interface PgBossOptions {
  readonly url: string;
  /** Whose wake-ups are heard here. */
  readonly accountId: AccountId;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Logger;
}

const CONNECTIONS = 2;
const LOOK_EVERY_S = 1;
const START_AGAIN_MS = 60_000;
const STOP_WITHIN_MS = 3_000;
/** A hint is not tried again and not kept: one of a kind and moment waits at most. */
const QUEUE = { policy: 'short', retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 60 } as const;

export class PgBossWakeUps implements WakeUps<Tx> {
  readonly #options: PgBossOptions;
  readonly #stopping = new AbortController();
  #boss: PgBoss | undefined;
  #starting: Promise<void> = Promise.resolve();

  constructor(options: PgBossOptions) {
    this.#options = options;
  }

  async ask(tx: Tx, wakeUp: WakeUp): Promise<void> {
    const boss = this.#boss;
    if (!boss) return;
    await inStep(
      tx,
      () => this.#send(boss, tx, wakeUp),
      (error) => {
        if (isUnavailable(error)) throw error;
        this.#options.log.warn({ err: error }, 'a wake-up could not be asked for');
      },
    );
  }

  start(hear: (wakeUp: WakeUp) => void): void {
    this.#starting = this.#startUntilItDoes(hear);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#starting;
    const boss = this.#boss;
    this.#boss = undefined;
    await boss?.stop({ graceful: true, timeout: STOP_WITHIN_MS }).catch((error: unknown) => this.#note(error));
  }

  async #startUntilItDoes(hear: (wakeUp: WakeUp) => void): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        this.#boss = await this.#startBoss(hear);
        return this.#lookOnce(hear);
      } catch (error) {
        this.#note(error);
        await sleep(START_AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  /** What was to be asked for before it was there, was not. */
  #lookOnce(hear: (wakeUp: WakeUp) => void): void {
    const { accountId, clock } = this.#options;
    hear({ kind: 'plan', accountId, at: clock.now() });
  }

  async #startBoss(hear: (wakeUp: WakeUp) => void): Promise<PgBoss> {
    // A package of some weight, which nobody needs on SQLite.
    const { PgBoss: Boss } = await import('pg-boss');
    const { url, accountId } = this.#options;
    const boss = new Boss({ connectionString: url, max: CONNECTIONS, schedule: false, monitorVacuum: false });
    boss.on('error', (error: unknown) => this.#note(error));
    try {
      await boss.start();
      await boss.createQueue(queueOf(accountId), QUEUE);
      const options = { pollingIntervalSeconds: LOOK_EVERY_S, batchSize: 10 };
      await boss.work<WakeUp>(queueOf(accountId), options, async (jobs) => jobs.forEach(({ data }) => hear(data)));
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => {});
      throw error;
    }
  }

  /** In seconds from now: the bot's clock need not be the database's. */
  async #send(boss: PgBoss, tx: Tx, wakeUp: WakeUp): Promise<void> {
    const startAfter = Math.max(0, Math.ceil((wakeUp.at - this.#options.clock.now()) / 1_000));
    const singletonKey = `${wakeUp.kind} ${wakeUp.at}`;
    await boss.send(queueOf(wakeUp.accountId), wakeUp, { startAfter, singletonKey, db: within(tx) });
  }

  #note(error: unknown): void {
    this.#options.log.warn({ err: error }, 'pg-boss is in trouble: rows are looked at once a minute');
  }
}

function queueOf(accountId: AccountId): string {
  return `account-${accountId}`;
}

/** What pg-boss runs there is part of our transaction. */
function within(tx: Tx) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
      return { rows: [...rows] };
    },
  };
}
