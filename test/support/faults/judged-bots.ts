/** The bots' processes under a judge: when one dies, the next is born on the same data and told what nobody has stored. */

import type { ChatEvent } from '../../../src/ports/chat-gateway.js';
import { until } from '../until.js';
import { BotLife, DiedError } from './bot-life.js';
import type { JudgeWeChat } from './judge-wechat.js';
import type { LoggedLine, Order } from './protocol.js';

export interface BotsOptions {
  readonly url: string;
  readonly wechat: JudgeWeChat;
  /** Bots on the same data. The one that holds the lease hears what is said. */
  readonly processes: number;
  readonly steady: boolean;
  readonly environment: Readonly<Record<string, string>>;
  readonly random: () => number;
  now(): number;
  /** Lines of their logs at error and above. */
  failed(line: LoggedLine): void;
}

export class JudgedBots {
  deaths = 0;
  /** Hints that came through pg-boss. */
  wakeUps = 0;
  /** How often one of them came to work. */
  begins = 0;
  /** What their logs say below error, each once. */
  readonly warnings = new Set<string>();
  readonly #options: BotsOptions;
  readonly #lives: BotLife[] = [];
  /** Loaded already: a death shall not cost a second. */
  #spare: Promise<BotLife>;
  readonly #hearing = new Map<number, Promise<void>>();

  constructor(options: BotsOptions) {
    this.#options = options;
    this.#spare = this.#load();
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
    await until('one of the bots is on duty', () => this.#onDuty());
    this.tellWaiting();
    const outcomes = await Promise.all(this.#lives.map((life) => this.#outcome(life, order)));
    return !(await this.#replaceDead()) && !died && outcomes.includes('done');
  }

  /** The answer of the one that works. */
  async ask(order: Order): Promise<number | undefined> {
    return this.#onDuty()?.order(order);
  }

  /** To the one that works; 0 where it died over it. */
  async notify(order: Order & { readonly do: 'notify' }): Promise<number> {
    await this.#replaceDead();
    const life = await until('one of the bots is on duty', () => this.#onDuty());
    try {
      return (await life.order(order)) ?? 0;
    } catch (error) {
      if (error instanceof DiedError) return 0;
      throw error;
    }
  }

  /** One of them, at once and by force. */
  async kill(): Promise<void> {
    await this.#lives[Math.floor(this.#options.random() * this.#lives.length)]?.kill();
  }

  /** All of them; the next order brings them back. */
  async killAll(): Promise<void> {
    await Promise.all(this.#lives.map((life) => life.kill()));
  }

  /** The one that works, at once and by force. */
  killAtWork(): void {
    this.#onDuty()?.killNow();
  }

  /** The one that works is held still. Resolves when it may go on. */
  async freeze(duration: number): Promise<void> {
    await this.#onDuty()?.freeze(duration);
  }

  async end(): Promise<void> {
    await Promise.all(this.#lives.map((life) => life.stop()));
    await (await this.#spare).kill();
  }

  tellWaiting(): void {
    const hearer = this.#onDuty();
    if (!hearer) return;
    for (const [number, event] of this.#options.wechat.waiting()) {
      if (this.#hearing.has(number)) continue;
      const heard = this.#hear(hearer, number, event).catch((error: unknown) => this.#note(error));
      this.#hearing.set(
        number,
        heard.finally(() => this.#hearing.delete(number)),
      );
    }
  }

  async #hear(hearer: BotLife, number: number, event: ChatEvent): Promise<void> {
    const stored = await hearer.order({ do: 'hear', now: this.#options.now(), event });
    if (stored !== 0) this.#options.wechat.stored(number);
  }

  #onDuty(): BotLife | undefined {
    return this.#lives.find((life) => life.isAlive && life.isOnDuty);
  }

  async #outcome(life: BotLife, order: Order): Promise<'done' | 'left' | 'died'> {
    try {
      const answer = await life.order(order);
      await Promise.all(this.#hearing.values());
      return answer === 0 ? 'left' : 'done';
    } catch (error) {
      if (error instanceof DiedError) return 'died';
      throw error;
    }
  }

  /** Resolves to whether there were any. */
  async #replaceDead(): Promise<boolean> {
    const dead = [...this.#lives.entries()].filter(([, life]) => !life.isAlive);
    this.deaths += dead.length;
    if (dead.some(([, life]) => life.diedOnDuty)) this.#options.wechat.disconnected();
    for (const [index] of dead) await this.#bear(index);
    return dead.length > 0;
  }

  async #bear(index: number): Promise<void> {
    for (;;) {
      const life = await this.#spare;
      this.#spare = this.#load();
      this.#lives[index] = life;
      try {
        const { url, steady, now, processes } = this.#options;
        await life.order({ do: 'start', url, steady, shared: processes > 1, now: now() });
        return;
      } catch (error) {
        if (!(error instanceof DiedError)) throw error;
        this.deaths += 1;
      }
    }
  }

  #load(): Promise<BotLife> {
    const { wechat, environment, now } = this.#options;
    return BotLife.begin({
      environment,
      send: (to, text) => this.#taken(wechat.take(to, text, now())),
      perform: (errand) => this.#taken(wechat.perform(errand, now())),
      logged: (line) => this.#hearLog(line),
      begun: () => this.#noteBegun(),
      woken: () => (this.wakeUps += 1),
    });
  }

  #taken(messageId: string | undefined): string | undefined {
    if (this.#options.random() < 0.5) this.tellWaiting();
    return messageId;
  }

  #noteBegun(): void {
    this.begins += 1;
    this.tellWaiting();
  }

  #hearLog(line: LoggedLine): void {
    if (line.level >= 50) return this.#options.failed(line);
    this.warnings.add(`${line.msg}: ${line.err?.code ?? ''} ${line.err?.message ?? ''}`);
  }

  #note(error: unknown): void {
    if (!(error instanceof DiedError)) this.#options.failed({ level: 60, msg: String(error) });
  }
}
