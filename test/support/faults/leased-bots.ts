/** The bots of one account among several: workers begin them, one after the other, and no earlier one speaks after a later. */

import { until } from '../until.js';
import { type BotLife, DiedError } from './bot-life.js';
import { JudgedLogin, type LoginOptions } from './judged-login.js';
import type { JudgedAccount, Leased, Order } from './protocol.js';

export interface LeasedOptions extends LoginOptions {
  readonly url: string;
  readonly account: JudgedAccount;
}

const LONGEST_TAKE_OVER_MS = 60_000;

/** Loaded already, and nobody's yet. */
interface Spare {
  readonly life: Promise<BotLife>;
  fence: number;
}

export class LeasedBots extends JudgedLogin {
  /** How often another worker than before has leased the account. */
  moves = 0;
  readonly #options: LeasedOptions;
  #worker: string | undefined;
  #spare: Spare;
  #fence = 0;

  constructor(options: LeasedOptions) {
    super(options);
    this.#options = options;
    this.#spare = this.#loadSpare();
  }

  get isOnDuty(): boolean {
    return this.onDuty() !== undefined;
  }

  /** For the worker of that name, which has leased the account. */
  async adopt(hold: Leased, worker: string): Promise<BotLife> {
    if (this.#worker !== undefined && this.#worker !== worker) this.moves += 1;
    this.#worker = worker;
    const { url, account, now } = this.#options;
    const spare = this.#spare;
    this.#spare = this.#loadSpare();
    spare.fence = hold.fence;
    const life = await spare.life;
    this.lives.push(life);
    life.order({ do: 'start', url, steady: false, hold, account, now: now() }).catch(async (error: unknown) => {
      if (!(error instanceof DiedError)) this.#options.failed({ level: 60, msg: String(error) });
      await life.kill();
    });
    life.ended.then(
      () => this.#bury(life),
      () => {},
    );
    return life;
  }

  /** As soon as one is on duty. Resolves to false when it died over it, or had to leave it to another. */
  async survive(order: Order): Promise<boolean> {
    const name = `a bot of ${this.#options.account.name} is on duty`;
    const life = await until(name, () => this.onDuty(), LONGEST_TAKE_OVER_MS);
    this.tellWaiting();
    return (await this.outcome(life, order)) === 'done';
  }

  /** The owner of this fence came to work, or spoke. */
  noteFence(fence: number): void {
    const { account, failed } = this.#options;
    if (fence < this.#fence)
      failed({ level: 60, msg: `${account.name}: fence ${fence} was at work after fence ${this.#fence}` });
    this.#fence = Math.max(this.#fence, fence);
  }

  async end(): Promise<void> {
    await (await this.#spare.life).kill();
  }

  #loadSpare(): Spare {
    const acts = (): void => this.noteFence(spare.fence);
    const spare: Spare = { life: this.load({ speaks: acts, begins: acts }), fence: 0 };
    return spare;
  }

  #bury(life: BotLife): void {
    this.lives.splice(this.lives.indexOf(life), 1);
    if (life.diedOnDuty) this.#options.wechat.disconnected();
  }
}
