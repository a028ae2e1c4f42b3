/** One life of the bot's process, from its birth to its death by whatever hand. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { botProgram } from './bot-program.js';
import type { BotLine, JudgeLine, LoggedLine, Order } from './protocol.js';

export interface LifeOptions {
  /** Beside this process's own; for what is loaded before the bot. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the bot wants to say; returns the platform’s id, or nothing when nobody knows. */
  send(to: string, text: string): string | undefined;
  logged(line: LoggedLine): void;
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
    const child = fork(await botProgram(), [], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new BotLife(child, options);
  }

  get isAlive(): boolean {
    return this.#alive;
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
    this.#child.kill('SIGKILL');
    await this.ended;
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
    if ('send' in line) return this.#send(line.send, line.to, line.text);
    const order = 'done' in line ? line.done : line.failed;
    const one = this.#underway.get(order);
    this.#underway.delete(order);
    if ('done' in line) one?.resolve(line.value);
    else one?.reject(new Error(line.reason));
  }

  #send(send: number, to: string, text: string): void {
    const messageId = this.#options.send(to, text);
    this.#say({ send, ...(messageId !== undefined && { messageId }) });
  }
}
