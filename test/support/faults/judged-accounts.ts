/**
 * Several accounts in one database, run by workers that may die at any moment: each account has a WeChat, people and a
 * judge of its own, and time is the same for all.
 */

import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { openDatabase } from '../../../src/storage/open-database.js';
import { saveAccountPuppet } from '../../../src/storage/worker-accounts.js';
import { until } from '../until.js';
import { type JudgeRecords, readJudgeRecords, recordsOf } from './judge-records.js';
import { JudgedWorker } from './judged-worker.js';
import { LeasedTown } from './leased-town.js';
import type { LoggedLine } from './protocol.js';
import { loginFaults } from './wrong-logins.js';

const ACCOUNTS = [
  { label: '甲', echo: 'replay' },
  { label: '乙', echo: 'live' },
  { label: '丙', echo: 'none' },
] as const;
const DAY_MS = 86_400_000;
const PEOPLE = { rooms: 2, members: 4 } as const;
/** Of real time: a lease runs out, a bot starts, another is given back. */
const FAIR_WITHIN_MS = 30_000;

export class JudgedAccounts {
  readonly towns: readonly [LeasedTown, LeasedTown, LeasedTown];
  readonly workers: readonly [JudgedWorker, JudgedWorker];
  /** How long they were waited for at most, in milliseconds, until all accounts were shared evenly again. */
  longestUnfair = 0;
  readonly #url: string;
  readonly #faults: string[] = [];
  readonly #foundedAt: number;

  private constructor(url: string, random: () => number) {
    this.#url = url;
    const found = (account: (typeof ACCOUNTS)[number]) => new LeasedTown({ url, random, ...account, ...PEOPLE });
    this.towns = [found(ACCOUNTS[0]), found(ACCOUNTS[1]), found(ACCOUNTS[2])];
    this.#foundedAt = this.now;
    const logins = new Map(this.towns.map(({ account, bots }) => [account.name, bots]));
    const failed = (line: LoggedLine): void => void this.#faults.push(`a worker logged ${JSON.stringify(line)}`);
    const common = { url, logins, failed };
    this.workers = [new JudgedWorker({ ...common, name: 'left' }), new JudgedWorker({ ...common, name: 'right' })];
  }

  /** All are shared, and every town has settled in. */
  static async open(url: string, random: () => number): Promise<JudgedAccounts> {
    await addAccounts(url);
    const accounts = new JudgedAccounts(url, random);
    await Promise.all(accounts.workers.map((worker) => worker.begin()));
    await accounts.untilFair();
    await accounts.#settleIn();
    return accounts;
  }

  get now(): number {
    return Math.max(...this.towns.map(({ now }) => now));
  }

  /** How often an account went to the other worker. */
  get moves(): number {
    return this.towns.reduce((sum, { bots }) => sum + bots.moves, 0);
  }

  /** Of simulated time, in milliseconds. */
  get age(): number {
    return this.now - this.#foundedAt;
  }

  chatterUntil(to: number): void {
    for (const town of this.towns) town.chatterUntil(to);
  }

  /** Everybody lives until then, as soon as somebody runs their account. */
  async pass(to: number): Promise<void> {
    await Promise.all(this.towns.map((town) => town.pass(to)));
  }

  /** Time goes by also for accounts that nobody runs. */
  async drift(to: number): Promise<void> {
    await Promise.all(this.towns.map((town) => town.drift(to)));
  }

  /** Every account is at work, and none of the workers that live has two more of them than another. */
  async untilFair(): Promise<void> {
    const since = performance.now();
    await until('all accounts are shared evenly', () => this.#isFair(), FAIR_WITHIN_MS);
    this.longestUnfair = Math.max(this.longestUnfair, performance.now() - since);
  }

  /** From here on nothing goes wrong, and at last all of them end. Resolves to what the bots have written down. */
  async close(): Promise<JudgeRecords> {
    await Promise.all(this.towns.map((town) => town.calmDown()));
    await Promise.all(this.workers.map((worker) => worker.end()));
    await Promise.all(this.towns.map(({ bots }) => bots.end()));
    return readJudgeRecords(this.#url);
  }

  /** What is wrong, in words. */
  verdict(records: JudgeRecords): string[] {
    const byTown = this.towns.flatMap((town) => town.verdict(recordsOf(records, town.account.name)));
    return [...this.#faults, ...byTown, ...loginFaults(this.towns, records)];
  }

  figures({ slots, days }: JudgeRecords) {
    return {
      days: Math.round(this.age / DAY_MS),
      slots: slots.length,
      messages: this.towns.reduce((sum, { wechat }) => sum + wechat.arrivals.length, 0),
      checkIns: days.length,
      moves: this.moves,
      tenures: this.towns.reduce((sum, { bots }) => sum + bots.begins, 0),
      longestUnfair: Math.round(this.longestUnfair),
    };
  }

  /** Throws when a worker cannot go on. */
  #isFair(): boolean {
    if (this.#faults.length > 0) throw new Error(this.#faults.join('\n'));
    const shares = this.workers.filter(({ isAlive }) => isAlive).map(({ share }) => share);
    const all = shares.reduce((sum, share) => sum + share, 0);
    return all === this.towns.length && Math.max(...shares) - Math.min(...shares) <= 1;
  }

  /** One is claimed; the others know its owner by a code. */
  async #settleIn(): Promise<void> {
    let code: string | undefined;
    for (const town of this.towns) {
      await town.settleIn(code && `绑定 ${code}`);
      code = await town.askForCode();
    }
    await this.pass(this.now);
  }
}

async function addAccounts(url: string): Promise<void> {
  const database = openDatabase(url);
  await database.transaction(async (tx) => {
    for (const { label } of ACCOUNTS) {
      const { id } = await findOrAddAccount(tx, label, 0);
      await saveAccountPuppet(tx, id, { name: 'judged', options: {} });
    }
  });
  await database.close();
}
