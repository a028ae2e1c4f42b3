/** One life of the bot's process, from its birth to its death by whatever hand. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformErrand } from '../../../src/ports/chat-gateway.js';
import { BOT_OPTIONS, childProgram } from './bot-program.js';
import type { BotLine, JudgeLine, LoggedLine, Order, WishLine } from './protocol.js';

export interface LifeOptions {
  /** Beside this process's own; for what is loaded before the bot. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the bot wants to say; returns the platform’s id, or nothing when nobody knows. */
  send(to: string, text: string): string | undefined;
  /** What the bot wants done without words; answered in the same way. */
  perform(errand: PlatformErrand): string | undefined;
  logged(line: LoggedLine): void;
  /** It works from now on, and may be told what is said. */
  begun(): void;
  /** A wake-up came. */
  woken(): void;
}

/** The process ended before it had done what it was told. */
export class DiedError extends Error {
  override readonly name = 'DiedError';
}

interface Underway {
  resolve(value: number | undefined): void;
  reject(error: Error): void;
}

export class BotLife {
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;
  readonly #options: LifeOptions;
  readonly #underway = new Map<number, Underway>();
  #serial = 0;
  #alive = true;
  #onDuty = false;

  private constructor(child: ChildProcess, options: LifeOptions) {
    this.#child = child;
    this.#options = options;
    child.on('message', (line: BotLine) => this.#hear(line));
    child.on('error', () => {});
    // Its last words are heard before it counts as dead.
    this.ended = Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(() => {
      this.#alive = false;
      for (const one of this.#underway.values()) one.reject(new DiedError('The bot died.'));
      this.#underway.clear();
    });
  }

  /** Loads its program and waits for orders. */
  static async begin(options: LifeOptions): Promise<BotLife> {
    const child = fork(await childProgram('bot-child'), [], {
      execArgv: [...BOT_OPTIONS],
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new BotLife(child, options);
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  /** True while it is online: a bot may send before its start is done, and hears nothing until then. */
  get isOnDuty(): boolean {
    return this.#alive && this.#onDuty;
  }

  /** Of one that has died: whether it was online then. */
  get diedOnDuty(): boolean {
    return !this.#alive && this.#onDuty;
  }

  /** Rejects with a DiedError when it dies over it. */
  async order(what: Order): Promise<number | undefined> {
    if (!this.#alive) throw new DiedError('The bot is dead.');
    const order = ++this.#serial;
    return new Promise((resolve, reject) => {
      this.#underway.set(order, { resolve, reject });
      this.#say({ order, what });
    });
  }

  async kill(): Promise<void> {
    this.killNow();
    await this.ended;
  }

  killNow(): void {
    this.#child.kill('SIGKILL');
  }

  /** Holds it still for so many milliseconds, as a machine without memory does. */
  async freeze(duration: number): Promise<void> {
    this.#child.kill('SIGSTOP');
    await sleep(duration);
    this.#child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.order({ do: 'stop' });
    this.#child.disconnect();
    await this.ended;
  }

  /** A process that dies while it is told something is no fault of the judge. */
  #say(line: JudgeLine): void {
    if (this.#child.connected) this.#child.send(line, () => {});
  }

  #hear(line: BotLine): void {
    if ('logged' in line) return this.#options.logged(line.logged);
    if ('send' in line) return this.#answer(line);
    if ('woken' in line) return this.#options.woken();
    if ('onDuty' in line) return this.#noteDuty(line.onDuty);
    const order = 'done' in line ? line.done : line.failed;
    const one = this.#underway.get(order);
    this.#underway.delete(order);
    if ('done' in line) one?.resolve(line.value);
    else one?.reject(new Error(line.reason));
  }

  #noteDuty(onDuty: boolean): void {
    this.#onDuty = onDuty;
    if (onDuty) this.#options.begun();
  }

  #answer(line: WishLine): void {
    const { send, perform } = this.#options;
    const messageId = 'errand' in line ? perform(line.errand) : send(line.to, line.text);
    this.#say({ send: line.send, ...(messageId !== undefined && { messageId }) });
  }
}
