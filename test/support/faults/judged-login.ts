/** One WeChat login under a judge: processes come to work for it and die, and the one on duty is told what nobody has stored. */

import type { ChatEvent } from '../../../src/ports/chat-gateway.js';
import { BotLife, DiedError } from './bot-life.js';
import type { JudgeWeChat } from './judge-wechat.js';
import type { LoggedLine, Order } from './protocol.js';

export interface LoginOptions {
  readonly wechat: JudgeWeChat;
  readonly random: () => number;
  readonly environment?: Readonly<Record<string, string>>;
  now(): number;
  /** Lines of their logs at error and above. */
  failed(line: LoggedLine): void;
}

/** Who hears a process when it speaks and when it comes to work. */
export interface LifeWatch {
  speaks?(): void;
  begins?(): void;
}

export class JudgedLogin {
  /** Hints that came through pg-boss. */
  wakeUps = 0;
  /** How often a process came to work. */
  begins = 0;
  /** What their logs say below error, each once. */
  readonly warnings = new Set<string>();
  readonly #login: LoginOptions;
  readonly #hearing = new Map<number, Promise<void>>();
  protected readonly lives: BotLife[] = [];

  constructor(options: LoginOptions) {
    this.#login = options;
  }

  /** The answer of the one that works. */
  async ask(order: Order): Promise<number | undefined> {
    return this.onDuty()?.order(order);
  }

  /** The one that works, at once and by force. Returns whether there was one. */
  killAtWork(): boolean {
    const life = this.onDuty();
    life?.killNow();
    return life !== undefined;
  }

  /** The one that works is held still. Resolves when it may go on. */
  async freeze(duration: number): Promise<void> {
    await this.onDuty()?.freeze(duration);
  }

  tellWaiting(): void {
    const hearer = this.onDuty();
    if (!hearer) return;
    for (const [number, event] of this.#login.wechat.waiting()) {
      if (this.#hearing.has(number)) continue;
      const heard = this.#hear(hearer, number, event).catch((error: unknown) => this.#note(error));
      this.#hearing.set(
        number,
        heard.finally(() => this.#hearing.delete(number)),
      );
    }
  }

  protected onDuty(): BotLife | undefined {
    return this.lives.find((life) => life.isAlive && life.isOnDuty);
  }

  protected async outcome(life: BotLife, order: Order): Promise<'done' | 'left' | 'died'> {
    try {
      const answer = await life.order(order);
      await Promise.all(this.#hearing.values());
      return answer === 0 ? 'left' : 'done';
    } catch (error) {
      if (error instanceof DiedError) return 'died';
      throw error;
    }
  }

  /** A process whose WeChat is this one; loaded, and waiting for orders. */
  protected load({ speaks, begins }: LifeWatch = {}): Promise<BotLife> {
    const { wechat, environment = {}, now } = this.#login;
    const taken = (messageId: string | undefined): string | undefined => {
      speaks?.();
      return this.#taken(messageId);
    };
    return BotLife.begin({
      environment,
      send: (to, text) => taken(wechat.take(to, text, now())),
      perform: (errand) => taken(wechat.perform(errand, now())),
      logged: (line) => this.#hearLog(line),
      begun: () => {
        begins?.();
        this.#noteBegun();
      },
      woken: () => (this.wakeUps += 1),
    });
  }

  async #hear(hearer: BotLife, number: number, event: ChatEvent): Promise<void> {
    const stored = await hearer.order({ do: 'hear', now: this.#login.now(), event });
    if (stored !== 0) this.#login.wechat.stored(number);
  }

  #taken(messageId: string | undefined): string | undefined {
    if (this.#login.random() < 0.5) this.tellWaiting();
    return messageId;
  }

  #noteBegun(): void {
    this.begins += 1;
    this.tellWaiting();
  }

  #hearLog(line: LoggedLine): void {
    if (line.level >= 50) return this.#login.failed(line);
    this.warnings.add(`${line.msg}: ${line.err?.code ?? ''} ${line.err?.message ?? ''}`);
  }

  #note(error: unknown): void {
    if (!(error instanceof DiedError)) this.#login.failed({ level: 60, msg: String(error) });
  }
}
