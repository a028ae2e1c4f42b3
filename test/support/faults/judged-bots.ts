/** The bots' processes under a judge: when one dies, the next is born on the same data and told what nobody has stored. */

import { BotLife, DiedError } from './bot-life.js';
import type { JudgeWeChat } from './judge-wechat.js';
import type { LoggedLine, Order } from './protocol.js';

export interface BotsOptions {
  readonly url: string;
  readonly wechat: JudgeWeChat;
  /** Bots on the same data. The first one hears what is said. */
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
  /** What their logs say below error, each once. */
  readonly warnings = new Set<string>();
  readonly #options: BotsOptions;
  readonly #lives: BotLife[] = [];
  /** Loaded already: a death shall not cost a second. */
  #spare: Promise<BotLife>;
  readonly #hearing = new Map<number, Promise<void>>();
  /** Those that have begun: a bot may send before its start is done, and hears nothing until then. */
  readonly #begun = new Set<BotLife>();

  constructor(options: BotsOptions) {
    this.#options = options;
    this.#spare = this.#load();
  }

  async begin(): Promise<void> {
    for (let index = 0; index < this.#options.processes; index++) await this.#bear(index);
  }

  /** Each of them obeys, and stores what is told meanwhile. Resolves to false when one died over it. */
  async survive(order: Order): Promise<boolean> {
    this.tellWaiting();
    const outcomes = await Promise.all(this.#lives.map((life, index) => this.#outlives(life, index, order)));
    return outcomes.every(Boolean);
  }

  /** The first one's answer. */
  async ask(order: Order): Promise<number | undefined> {
    return this.#lives[0]?.order(order);
  }

  /** One of them, at once and by force. */
  async kill(): Promise<void> {
    await this.#lives[Math.floor(this.#options.random() * this.#lives.length)]?.kill();
  }

  async end(): Promise<void> {
    await Promise.all(this.#lives.map((life) => life.stop()));
    await (await this.#spare).kill();
  }

  tellWaiting(): void {
    const [hearer] = this.#lives;
    if (!hearer?.isAlive || !this.#begun.has(hearer)) return;
    for (const [number, event] of this.#options.wechat.waiting()) {
      if (this.#hearing.has(number)) continue;
      const stored = hearer.order({ do: 'hear', now: this.#options.now(), event }).then(
        () => this.#options.wechat.stored(number),
        (error: unknown) => this.#note(error),
      );
      this.#hearing.set(
        number,
        stored.finally(() => this.#hearing.delete(number)),
      );
    }
  }

  async #outlives(life: BotLife, index: number, order: Order): Promise<boolean> {
    try {
      await life.order(order);
      await Promise.all(this.#hearing.values());
      if (life.isAlive) return true;
    } catch (error) {
      if (!(error instanceof DiedError)) throw error;
    }
    this.deaths += 1;
    if (index === 0) this.#options.wechat.disconnected();
    await this.#bear(index);
    return false;
  }

  async #bear(index: number): Promise<void> {
    for (;;) {
      const life = await this.#spare;
      this.#spare = this.#load();
      this.#lives[index] = life;
      try {
        const { url, steady, now } = this.#options;
        await life.order({ do: 'start', url, steady, now: now() });
        this.#begun.add(life);
        return this.tellWaiting();
      } catch (error) {
        if (!(error instanceof DiedError)) throw error;
        this.deaths += 1;
      }
    }
  }

  #load(): Promise<BotLife> {
    const { wechat, environment, now, random } = this.#options;
    return BotLife.begin({
      environment,
      send: (to, text) => {
        const messageId = wechat.take(to, text, now());
        if (random() < 0.5) this.tellWaiting();
        return messageId;
      },
      logged: (line) => this.#hearLog(line),
    });
  }

  #hearLog(line: LoggedLine): void {
    if (line.level >= 50) return this.#options.failed(line);
    this.warnings.add(`${line.msg}: ${line.err?.code ?? ''} ${line.err?.message ?? ''}`);
  }

  #note(error: unknown): void {
    if (!(error instanceof DiedError)) this.#options.failed({ level: 60, msg: String(error) });
  }
}
