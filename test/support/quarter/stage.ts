/**
 * The scene before a bot that may die at any moment, or be away for hours.
 *
 * Time stands still until `passTo`: then everything that was said is heard, and the bot has done what it had to do.
 */

import type { SignedNotice } from '../../../src/transport/wechat-pay/payment-notice.js';
import { JudgedBots } from '../faults/judged-bots.js';
import type { LoggedLine } from '../faults/protocol.js';
import { broughtAs } from '../wechat-pay.js';
import type { Killer } from './killer.js';
import { payEnvironment } from './pay-keys.js';
import { Scene } from './scene.js';
import type { Person, Place } from './town.js';

const SECOND = 1_000;

export interface StageOptions {
  readonly url: string;
  readonly start: number;
  readonly random: () => number;
  readonly killer: Killer;
  /** Bots on the same data. */
  readonly processes: number;
}

export class Stage extends Scene {
  readonly bots: JudgedBots;
  absences = 0;
  readonly #options: StageOptions;
  #desertedAt: number | undefined;
  #retired = 0;

  constructor(options: StageOptions) {
    const { url, start, random, processes } = options;
    super(start);
    this.#options = options;
    const failed = (line: LoggedLine): void => void this.faults.push(`it logged ${JSON.stringify(line)}`);
    const common = { url, random, failed, wechat: this.wechat, now: () => this.now };
    this.bots = new JudgedBots({ ...common, processes, steady: false, environment: payEnvironment() });
  }

  /** By force and in the middle of things; those that went away do not count. */
  get kills(): number {
    return this.bots.deaths - this.#retired;
  }

  get isDeserted(): boolean {
    return this.#desertedAt !== undefined;
  }

  /** Time goes by without a bot. */
  async desert(now: number): Promise<void> {
    const last = this.now;
    this.now = now;
    if (this.isDeserted) return;
    this.#desertedAt = last;
    this.#retired += this.#options.processes;
    this.absences += 1;
    await this.bots.killAll();
  }

  /** Resolves to when somebody was there last. What was said meanwhile is heard now. */
  async comeBack(now: number): Promise<number> {
    const since = this.#desertedAt ?? now;
    this.ears.hearAgain(since, now);
    this.#desertedAt = undefined;
    await this.calmly(() => this.passTo(now));
    return since;
  }

  /** What people said is heard by then; where nobody said anything, no time goes by. */
  async settle(): Promise<void> {
    const said = this.wechat.waiting().some(([, { type }]) => type !== 'message.echoed');
    if (said) await this.passTo(this.now + SECOND);
  }

  /** Nobody dies meanwhile. */
  async calmly(act: () => Promise<void>): Promise<void> {
    const { killer } = this.#options;
    const goOn = killer.pause();
    await act();
    goOn();
  }

  /** As the payment service does: tried again until it is taken or refused. Resolves to the status of that answer. */
  async notifies(sign: (now: number, id: string) => SignedNotice): Promise<number> {
    const { killer } = this.#options;
    const id = `EV-${this.nextName()}`;
    for (;;) {
      let status = 0;
      await killer.endanger(this, async () => {
        status = await this.bots.notify({ do: 'notify', now: this.now, notice: broughtAs(sign(this.now, id)) });
        return status !== 0;
      });
      if (status !== 0 && status < 500) return status;
      await this.passTo(this.now + 15 * SECOND);
    }
  }

  /** Resolves when a bot has lived through it from beginning to end. */
  async passTo(at: number): Promise<void> {
    this.now = at;
    const { killer } = this.#options;
    for (;;) if (await killer.endanger(this, () => this.bots.survive({ do: 'pass', now: at }))) return;
  }

  /** Resolves to what the bot says there meanwhile, one blank line between messages; said in private without a place. */
  async asks(person: Person, place: Place | undefined, text: string): Promise<string> {
    const from = this.wechat.arrivals.length;
    if (place) this.says(person, place, text);
    else this.whispers(person, text);
    await this.passTo(this.now + SECOND);
    const chat = (place ?? person).platformId;
    const heard = this.wechat.arrivals.slice(from).filter((arrival) => arrival.chat === chat);
    return heard.map((arrival) => arrival.text).join('\n\n');
  }
}
