/** What befalls bots and workers: each kind as often as the deck has it, in another order each time. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { JudgedAccounts } from './judged-accounts.js';
import { WORKERS_LEASE_MS } from './judged-lease.js';
import type { JudgedWorker } from './judged-worker.js';
import type { LeasedTown } from './leased-town.js';
import { pick, shuffled } from './scale.js';

const DECK = ['bot', 'bot', 'bot in a send', 'worker', 'worker', 'worker alone', 'frozen'] as const;
type Kind = (typeof DECK)[number];
/** Beyond the lease, so that another worker takes the account. */
const FROZEN_MS = 1.3 * WORKERS_LEASE_MS;
/** Of real time: sometimes before its accounts are another's, sometimes after that. */
const LONGEST_ABSENCE_MS = 2 * WORKERS_LEASE_MS;

export class Strikes {
  /** Those that hit somebody. */
  readonly hits: Record<Kind, number> = {
    bot: 0,
    'bot in a send': 0,
    worker: 0,
    'worker alone': 0,
    frozen: 0,
  };
  readonly #accounts: JudgedAccounts;
  readonly #random: () => number;
  /** The first is held still, so that every run has one. */
  #deck: Kind[] = ['frozen'];
  #absences: Promise<void>[] = [];

  constructor(accounts: JudgedAccounts, random: () => number) {
    this.#accounts = accounts;
    this.#random = random;
  }

  get kills(): number {
    return Object.values(this.hits).reduce((sum, count) => sum + count) - this.hits.frozen;
  }

  async strike(): Promise<void> {
    if (this.#deck.length === 0) this.#deck = shuffled(DECK, this.#random);
    const kind = this.#deck.pop() ?? 'bot';
    if (kind === 'worker' || kind === 'worker alone') return this.#strikeWorker(kind);
    const town = pick(this.#random, this.#accounts.towns);
    if (kind === 'bot in a send') return this.#armSend(town);
    if (!town.bots.isOnDuty) return;
    this.hits[kind] += 1;
    if (kind === 'bot') town.bots.killAtWork();
    else await town.bots.freeze(FROZEN_MS);
  }

  /** Resolves when every worker that was killed is back. */
  async settle(): Promise<void> {
    await Promise.all(this.#absences.splice(0));
  }

  /** When its next message has arrived, and before it hears that it has. */
  #armSend({ wechat, bots }: LeasedTown): void {
    wechat.fate = () => {
      wechat.fate = () => 'whole';
      if (bots.killAtWork()) this.hits['bot in a send'] += 1;
      return 'whole';
    };
  }

  async #strikeWorker(kind: 'worker' | 'worker alone'): Promise<void> {
    const worker = pick(this.#random, this.#accounts.workers);
    if (!worker.isAlive) return;
    this.hits[kind] += 1;
    const absence = this.#random() * LONGEST_ABSENCE_MS;
    await (kind === 'worker' ? worker.kill() : worker.killAlone());
    this.#absences.push(this.#comeBack(worker, absence));
  }

  async #comeBack(worker: JudgedWorker, absence: number): Promise<void> {
    await sleep(absence);
    await worker.begin();
  }
}
