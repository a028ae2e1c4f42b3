/**
 * A process's hold on its account: it waits for it, renews it, and learns that somebody else took over.
 *
 * Only on PostgreSQL; on SQLite no second process gets as far as this. A lease that could not be renewed in time is not
 * lost yet, since nobody may want it, but nothing is sent until it is renewed.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AccountId } from '../domain/ids.js';
import type { Clock } from '../ports/clock.js';
import type { Database } from '../storage/database.js';
import { acquireLease, type Holding, LEASE_MS, LeaseLostError, releaseLease, renewLease } from '../storage/leases.js';
import type { Lease } from './lease.js';

const RENEW_EVERY_MS = LEASE_MS / 3;
const LOOK_EVERY_MS = 1_000;

export interface TenureOptions {
  readonly database: Database;
  readonly accountId: AccountId;
  /** Unlike any other process, and telling people which one it is. */
  readonly owner: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** The fence of a lease that was acquired for this process in its owner's name. */
  readonly fence?: number;
}

export class Tenure implements Lease {
  /** Resolves when somebody else has taken the account. */
  readonly lost: Promise<void>;
  readonly #options: TenureOptions;
  readonly #ending = new AbortController();
  #lose: () => void = () => {};
  #fence: number | undefined;
  /** On the monotonic clock, counted from before the database was asked: never later than the database's own. */
  #until = -Infinity;
  #renewing: Promise<void> = Promise.resolve();
  #standsBy = false;

  constructor(options: TenureOptions) {
    this.#options = options;
    this.#fence = options.fence;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
  }

  /** Resolves to true when the account is ours, to false when it is somebody else's. */
  async begin(): Promise<boolean> {
    const asked = this.#options.clock.monotonic();
    const isOurs = this.#fence === undefined ? await this.#acquire() : await this.#renew(this.#fence);
    if (isOurs) this.#keep(asked);
    else this.#fence = undefined;
    return isOurs;
  }

  /** Stands by until the account is ours. Resolves to false when `signal` ended it before. */
  async wait(signal: AbortSignal): Promise<boolean> {
    this.#standsBy = true;
    let isOurs = false;
    while (!isOurs && !signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
      isOurs = !signal.aborted && (await this.begin().catch((error: unknown) => this.#cannotAsk(error)));
    }
    this.#standsBy = false;
    return isOurs;
  }

  /** True for a lease that a worker acquired for this process. */
  get isAdopted(): boolean {
    return this.#options.fence !== undefined;
  }

  /** True while another process runs the account and this one waits for it. */
  get standsBy(): boolean {
    return this.#standsBy;
  }

  check({ fence }: { readonly fence: number }): void {
    if (fence === this.#fence) return;
    if (this.#fence !== undefined) this.#lose();
    throw new LeaseLostError('Another process runs this account.');
  }

  isHeld(): boolean {
    return this.#options.clock.monotonic() < this.#until;
  }

  /** Gives the account back at once. Never rejects. */
  async end(): Promise<void> {
    this.#ending.abort();
    await this.#renewing;
    this.#until = -Infinity;
    if (this.#fence === undefined) return;
    const holding = this.#holding(this.#fence);
    await this.#options.database
      .transaction((tx) => releaseLease(tx, holding))
      .catch((error: unknown) =>
        this.#options.log.warn({ err: error }, 'the account runs out instead of being given back'),
      );
  }

  #keep(asked: number): void {
    this.#until = asked + LEASE_MS;
    this.#renewing = this.#renewUntilEnd();
  }

  async #acquire(): Promise<boolean> {
    const { database, accountId, owner } = this.#options;
    this.#fence = await database.transaction((tx) => acquireLease(tx, accountId, owner));
    return this.#fence !== undefined;
  }

  #renew(fence: number): Promise<boolean> {
    const holding = this.#holding(fence);
    return this.#options.database.transaction((tx) => renewLease(tx, holding));
  }

  async #renewUntilEnd(): Promise<void> {
    const { signal } = this.#ending;
    let pause = RENEW_EVERY_MS;
    while (await sleep(pause, true, { signal }).catch(() => false)) {
      const renewed = await this.#renewOnce();
      if (renewed === false) return this.#lose();
      pause = renewed ? RENEW_EVERY_MS : LOOK_EVERY_MS;
    }
  }

  /** Undefined when the database did not answer. */
  async #renewOnce(): Promise<boolean | undefined> {
    const asked = this.#options.clock.monotonic();
    try {
      const isOurs = this.#fence !== undefined && (await this.#renew(this.#fence));
      this.#until = isOurs ? asked + LEASE_MS : -Infinity;
      return isOurs;
    } catch (error) {
      this.#cannotAsk(error);
      return undefined;
    }
  }

  #cannotAsk(error: unknown): boolean {
    this.#options.log.warn({ err: error }, 'the database could not be asked for the account, trying again');
    return false;
  }

  #holding(fence: number): Holding {
    return { accountId: this.#options.accountId, owner: this.#options.owner, fence };
  }
}
