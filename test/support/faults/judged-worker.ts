/** One worker under a judge, who is the parent of its bots: it dies alone or with them, and comes back as another process. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type BotLife, DiedError } from './bot-life.js';
import { BOT_OPTIONS, childProgram } from './bot-program.js';
import type { LeasedBots } from './leased-bots.js';
import type { LoggedLine, WorkerLine, WorkerOrder } from './protocol.js';

export interface WorkerOptions {
  readonly url: string;
  readonly name: string;
  /** By the name of their account. */
  readonly logins: ReadonlyMap<string, LeasedBots>;
  failed(line: LoggedLine): void;
}

type Begun = Extract<WorkerLine, { readonly begin: number }>;

export class JudgedWorker {
  readonly #options: WorkerOptions;
  /** By the number that the present process gave them. */
  readonly #bots = new Map<number, BotLife>();
  readonly #leaving = new WeakSet<BotLife>();
  #child: ChildProcess | undefined;
  #births = 0;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  get isAlive(): boolean {
    return this.#child !== undefined;
  }

  /** How many accounts it runs. */
  get share(): number {
    return [...this.#bots.values()].filter((bot) => bot.isOnDuty && !this.#leaving.has(bot)).length;
  }

  async begin(): Promise<void> {
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    const child = fork(await childProgram('worker-child'), [], { execArgv: [...BOT_OPTIONS], stdio: [...stdio] });
    this.#child = child;
    child.on('error', () => {});
    child.on('message', (line: WorkerLine) => this.#hear(child, line));
    const { url, name } = this.#options;
    this.#say(child, { start: { url, id: `${name}#${++this.#births}` } });
  }

  /** The process and all its bots, at once and by force. */
  async kill(): Promise<void> {
    const bots = [...this.#bots.values()];
    const died = this.#killChild();
    for (const bot of bots) bot.killNow();
    await Promise.all([died, ...bots.map(({ ended }) => ended)]);
  }

  /** By force; its bots see that it is gone, and end in order. */
  async killAlone(): Promise<void> {
    const bots = [...this.#bots.values()];
    await this.#killChild();
    await Promise.all(bots.map((bot) => this.#stop(bot)));
  }

  /** In order, with its bots. */
  async end(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    this.#say(child, { stop: true });
    await ended;
    this.#child = undefined;
  }

  async #killChild(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    this.#bots.clear();
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** What a dead one still said is nobody's. */
  #hear(child: ChildProcess, line: WorkerLine): void {
    if ('logged' in line) return this.#hearLog(line.logged);
    if (child !== this.#child) return;
    const bot = 'stop' in line ? this.#bots.get(line.stop) : undefined;
    const done = 'begin' in line ? this.#begin(child, line) : bot && this.#stop(bot);
    done?.catch((error: unknown) => this.#options.failed({ level: 60, msg: String(error) }));
  }

  async #begin(child: ChildProcess, { begin, account, hold }: Begun): Promise<void> {
    const { logins, name } = this.#options;
    const bot = await logins.get(account)?.adopt(hold, name);
    if (child !== this.#child) bot?.killNow();
    if (!bot || child !== this.#child) return;
    this.#bots.set(begin, bot);
    await bot.ended;
    if (child === this.#child) this.#bots.delete(begin);
    this.#say(child, { ended: begin });
  }

  /** Once, however often it is asked to. */
  async #stop(bot: BotLife): Promise<void> {
    if (this.#leaving.has(bot)) return;
    this.#leaving.add(bot);
    try {
      await bot.stop();
    } catch (error) {
      if (!(error instanceof DiedError)) throw error;
    }
  }

  #hearLog(line: LoggedLine): void {
    if (line.level >= 50) this.#options.failed(line);
  }

  #say(child: ChildProcess, line: WorkerOrder): void {
    if (child.connected) child.send(line, () => {});
  }
}
