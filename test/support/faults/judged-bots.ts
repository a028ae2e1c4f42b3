/** The bots' processes under a judge: when one dies, the next is born on the same data and told what nobody has stored. */

import { until } from '../until.js';
import { type BotLife, DiedError } from './bot-life.js';
import { JudgedLogin, type LoginOptions } from './judged-login.js';
import { ONLY_ACCOUNT, type Order } from './protocol.js';

export interface BotsOptions extends LoginOptions {
  readonly url: string;
  /** Bots on the same data. The one that holds the lease hears what is said. */
  readonly processes: number;
  readonly steady: boolean;
}

export class JudgedBots extends JudgedLogin {
  deaths = 0;
  readonly #options: BotsOptions;
  /** Loaded already: a death shall not cost a second. */
  #spare: Promise<BotLife>;

  constructor(options: BotsOptions) {
    super(options);
    this.#options = options;
    this.#spare = this.load();
  }

  async begin(): Promise<void> {
    for (let index = 0; index < this.#options.processes; index++) await this.#bear(index);
  }

  /**
   * Each of them obeys, and stores what is told meanwhile. Resolves to false when one died over it, or none was there to do
   * it from beginning to end.
   */
  async survive(order: Order): Promise<boolean> {
    const died = await this.#replaceDead();
    await until('one of the bots is on duty', () => this.onDuty());
    this.tellWaiting();
    const outcomes = await Promise.all(this.lives.map((life) => this.outcome(life, order)));
    return !(await this.#replaceDead()) && !died && outcomes.includes('done');
  }

  /** To the one that works; 0 where it died over it. */
  async notify(order: Order & { readonly do: 'notify' }): Promise<number> {
    await this.#replaceDead();
    const life = await until('one of the bots is on duty', () => this.onDuty());
    try {
      return (await life.order(order)) ?? 0;
    } catch (error) {
      if (error instanceof DiedError) return 0;
      throw error;
    }
  }

  /** One of them, at once and by force. */
  async kill(): Promise<void> {
    await this.lives[Math.floor(this.#options.random() * this.lives.length)]?.kill();
  }

  /** All of them; the next order brings them back. */
  async killAll(): Promise<void> {
    await Promise.all(this.lives.map((life) => life.kill()));
  }

  async end(): Promise<void> {
    await Promise.all(this.lives.map((life) => life.stop()));
    await (await this.#spare).kill();
  }

  /** Resolves to whether there were any. */
  async #replaceDead(): Promise<boolean> {
    const dead = [...this.lives.entries()].filter(([, life]) => !life.isAlive);
    this.deaths += dead.length;
    if (dead.some(([, life]) => life.diedOnDuty)) this.#options.wechat.disconnected();
    for (const [index] of dead) await this.#bear(index);
    return dead.length > 0;
  }

  async #bear(index: number): Promise<void> {
    for (;;) {
      const life = await this.#spare;
      this.#spare = this.load();
      this.lives[index] = life;
      try {
        const { url, steady, now, processes } = this.#options;
        const hold = processes > 1 ? 'shared' : 'alone';
        await life.order({ do: 'start', url, steady, hold, account: ONLY_ACCOUNT, now: now() });
        return;
      } catch (error) {
        if (!(error instanceof DiedError)) throw error;
        this.deaths += 1;
      }
    }
  }
}
