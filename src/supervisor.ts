/**
 * A worker: leases its share of the accounts and runs a process of its own for each.
 *
 * A bot renews its lease itself, and ends when it has lost it or when its worker is gone; what is left of it here is to
 * give the account back as soon as its process has ended, however it did. One that ends at once again and again is begun
 * less and less often; another worker may have it meanwhile.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AccountId } from './domain/ids.js';
import { type Environment, resolveOptions } from './domain/puppet-options.js';
import type { Clock } from './ports/clock.js';
import { RestartPauses } from './restart-pauses.js';
import type { Database } from './storage/database.js';
import { type Holding, LEASE_MS, releaseLease } from './storage/leases.js';
import type { WorkerAccount } from './storage/worker-accounts.js';
import { balanceShare, deleteWorker } from './storage/worker-shares.js';

/** Of a lease: how often a worker looks at the accounts. */
const LOOK_SHARE = 1 / 6;

export interface BotChild {
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<void>;
  /** Asks it to end between two sends. */
  stop(): void;
}

export interface SupervisorOptions {
  readonly database: Database;
  /** Unlike any other worker. */
  readonly id: string;
  /** How many accounts it runs at most. */
  readonly most: number;
  /** How long a worker that gives no sign keeps its accounts: 30 seconds unless told. */
  readonly leaseMs?: number;
  /** Where secrets of puppets are. */
  readonly environment: Environment;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly log: Logger;
  /** Starts the account's bot in a process of its own, which takes the lease over. */
  begin(account: WorkerAccount & Holding, puppet: Readonly<Record<string, string>>): BotChild;
}

export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #stopping = new AbortController();
  readonly #children = new Map<AccountId, BotChild>();
  /** Those that were asked to end. */
  readonly #leaving = new Set<AccountId>();
  readonly #pauses: RestartPauses;
  readonly #told = new Set<string>();
  #left = 0;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#pauses = new RestartPauses(options.clock);
  }

  start(): void {
    this.#looking = this.#look();
  }

  /** Resolves when all its bots have ended. Never rejects. */
  async stop(): Promise<void> {
    const { database, id, log } = this.#options;
    this.#stopping.abort();
    await this.#looking;
    const children = [...this.#children.values()];
    for (const child of children) child.stop();
    await Promise.all(children.map(({ ended }) => ended));
    await database
      .transaction((tx) => deleteWorker(tx, id))
      .catch((error: unknown) => log.warn({ err: error }, 'the worker could not be signed off'));
  }

  async #look(): Promise<void> {
    const { signal } = this.#stopping;
    const pause = (this.#options.leaseMs ?? LEASE_MS) * LOOK_SHARE;
    do {
      await this.#balance().catch((error: unknown) => {
        this.#options.log.warn({ err: error }, 'the accounts could not be looked at, trying again');
      });
    } while (await sleep(Math.min(pause, this.#pauses.next()), true, { signal }).catch(() => false));
  }

  async #balance(): Promise<void> {
    const { database, id, most, leaseMs, log } = this.#options;
    const running = new Set(this.#children.keys());
    const canRun = (account: WorkerAccount) => this.#pauses.isOver(account.id) && this.#canRun(account);
    const worker = { id, most, running, canRun, ...(leaseMs && { leaseMs }) };
    const { taken, surplus, left } = await database.transaction((tx) => balanceShare(tx, worker));
    for (const account of taken) this.#begin(account);
    for (const accountId of surplus) this.#giveBack(accountId);
    if (left > 0 && left !== this.#left)
      log.warn({ accounts: left }, 'accounts that no worker runs: start another, or let each run more');
    this.#left = left;
  }

  #begin(account: WorkerAccount & Holding): void {
    const { log, environment, begin } = this.#options;
    log.info({ accountId: account.id, fence: account.fence }, 'a bot begins');
    const child = begin(account, resolveOptions(account.options, environment).found);
    this.#children.set(account.id, child);
    this.#pauses.noteBegun(account.id);
    child.ended.then(
      () => this.#end(account),
      (error: unknown) => log.error({ err: error }, 'a bot was lost out of sight'),
    );
  }

  #giveBack(accountId: AccountId): void {
    this.#options.log.info({ accountId }, 'more than the share of this worker: a bot ends');
    this.#leaving.add(accountId);
    this.#children.get(accountId)?.stop();
  }

  async #end(holding: WorkerAccount & Holding): Promise<void> {
    const { database, log } = this.#options;
    this.#children.delete(holding.id);
    this.#noteEnd(holding.id);
    await database
      .transaction((tx) => releaseLease(tx, holding))
      .catch((error: unknown) => log.warn({ err: error }, 'the account runs out instead of being given back'));
  }

  #noteEnd(accountId: AccountId): void {
    const { log } = this.#options;
    if (this.#leaving.delete(accountId) || this.#stopping.signal.aborted)
      return log.info({ accountId }, 'a bot has ended');
    const waitMs = this.#pauses.noteEnded(accountId);
    log.warn({ accountId, waitMs }, 'a bot ended that nobody had asked to: it begins again after a pause');
  }

  /** Says once what is missing. */
  #canRun({ id, options }: WorkerAccount): boolean {
    const { missing } = resolveOptions(options, this.#options.environment);
    const news = `${id} ${missing.join(' ')}`;
    if (missing.length > 0 && !this.#told.has(news)) {
      this.#told.add(news);
      this.#options.log.error({ accountId: id, missing }, 'an account wants variables that this worker does not have');
    }
    return missing.length === 0;
  }
}
