/**
 * A process's hold on its account: it waits for it, renews it, and learns that somebody else took over.
 *
 * Only on PostgreSQL; on SQLite no second process gets as far as this. A lease that could not be renewed in time is not
 * lost yet, since nobody may want it, but nothing is sent until it is renewed.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.js';
import { LeaseLostError } from '../storage/leases.js';
import { LeaseDesk, type LeaseDeskOptions } from './lease-desk.js';
import type { Lease } from './lease.js';

/** Of a lease: how often its owner renews it, and how often others look whether it is free. */
const RENEW_SHARE = 1 / 3;
const LOOK_SHARE = 1 / 30;
const SECOND = 1_000;

export interface TenureOptions extends LeaseDeskOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** The fence of a lease that was acquired for this process in its owner's name. */
  readonly fence?: number;
}

export class Tenure implements Lease {
  /** Resolves when somebody else has taken the account. */
  readonly lost: Promise<void>;
  readonly #options: TenureOptions;
  readonly #desk: LeaseDesk;
  readonly #ending = new AbortController();
  #lose: () => void = () => {};
  #fence: number | undefined;
  /** On the monotonic clock, counted from before the database was asked: never later than the database's own. */
  #until = -Infinity;
  #renewing: Promise<void> = Promise.resolve();
  #standsBy = false;

  constructor(options: TenureOptions) {
    this.#options = options;
    this.#desk = new LeaseDesk(options);
    this.#fence = options.fence;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
  }

  /** Resolves to true when the account is ours, to false when it is somebody else's. */
  async begin(): Promise<boolean> {
    const asked = this.#options.clock.monotonic();
    const isOurs = this.#fence === undefined ? await this.#acquire() : await this.#desk.renew(this.#fence);
    if (isOurs) this.#keep(asked);
    else this.#fence = undefined;
    return isOurs;
  }

  /** Says who has the account, and until when if nobody is behind that name any more. Never rejects. */
  async explainWaiting(): Promise<void> {
    const { log } = this.#options;
    const holder = await this.#desk.findHolder().catch(() => undefined);
    const wait = holder ? `${Math.max(0, Math.ceil(holder.leftMs / SECOND))} s` : 'a moment';
    const why = `another process runs this account: standing by, and taking over in ${wait} if that process is gone`;
    log.info({ owner: holder?.owner }, why);
  }

  /** Stands by until the account is ours. Resolves to false when `signal` ended it before. */
  async wait(signal: AbortSignal): Promise<boolean> {
    this.#standsBy = true;
    let isOurs = false;
    while (!isOurs && !signal.aborted) {
      await sleep(this.#desk.leaseMs * LOOK_SHARE, undefined, { signal }).catch(() => {});
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
    await this.#desk
      .giveBack(this.#fence)
      .catch((error: unknown) =>
        this.#options.log.warn({ err: error }, 'the account runs out instead of being given back'),
      );
  }

  #keep(asked: number): void {
    this.#until = asked + this.#desk.leaseMs;
    this.#renewing = this.#renewUntilEnd();
  }

  async #acquire(): Promise<boolean> {
    this.#fence = await this.#desk.acquire();
    return this.#fence !== undefined;
  }

  async #renewUntilEnd(): Promise<void> {
    const { signal } = this.#ending;
    let pause = this.#desk.leaseMs * RENEW_SHARE;
    while (await sleep(pause, true, { signal }).catch(() => false)) {
      const renewed = await this.#renewOnce();
      if (renewed === false) return this.#lose();
      pause = this.#desk.leaseMs * (renewed ? RENEW_SHARE : LOOK_SHARE);
    }
  }

  /** Undefined when the database did not answer. */
  async #renewOnce(): Promise<boolean | undefined> {
    const asked = this.#options.clock.monotonic();
    try {
      const isOurs = this.#fence !== undefined && (await this.#desk.renew(this.#fence));
      this.#until = isOurs ? asked + this.#desk.leaseMs : -Infinity;
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
}
