/**
 * Notices that a puppet is dead before wechaty does: its watchdog waits a minute and then restarts the puppet under our
 * feet. A silent puppet is asked for a sign of life, and given up soon after.
 */

import type { Puppet } from 'wechaty-puppet';
import type { Clock } from '../../ports/clock.js';
import type { PuppetEvents } from './puppet-events.js';

/** What is known of a kind of puppet. Learnt as it lives, and kept from one connection to the next. */
export interface PuppetHabits {
  /** It beats or answers: a long silence means that it is dead. */
  givesSigns: boolean;
  /** It answers when asked: so does no answer within seconds. */
  answers: boolean;
}

export interface PulseOptions {
  readonly puppet: Puppet;
  readonly events: PuppetEvents;
  readonly clock: Clock;
  readonly habits: PuppetHabits;
  readonly onSilence: () => void;
}

const LOOK_EVERY_MS = 5_000;
const ASK_AFTER_MS = 25_000;
const GIVE_UP_AFTER_MS = 45_000;
/** A server that just lost another client may hand out a stream on which nothing comes. */
const FIRST_LOOK_MS = 10_000;
/** After an error, a healthy puppet answers within this time. */
const ANSWER_WITHIN_MS = 5_000;

export class Pulse {
  readonly #options: PulseOptions;
  readonly #timer: NodeJS.Timeout;
  #lastSign: number;
  readonly #firstLook: NodeJS.Timeout;
  #doubt: NodeJS.Timeout | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#lastSign = options.clock.monotonic();
    for (const name of ['heartbeat', 'dong', 'message'] as const) options.events.on(name, () => this.#sign(name));
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#firstLook = setTimeout(() => this.doubt(), FIRST_LOOK_MS);
    this.#ask();
  }

  /** Something went wrong: is the puppet still there? Asking goes the way that events come, so a cut stream shows. */
  doubt(): void {
    if (this.#doubt) return;
    const { habits, onSilence } = this.#options;
    if (habits.answers) this.#doubt = setTimeout(onSilence, ANSWER_WITHIN_MS);
    this.#ask();
  }

  close(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#firstLook);
    clearTimeout(this.#doubt);
  }

  #sign(name: 'heartbeat' | 'dong' | 'message'): void {
    const { habits } = this.#options;
    if (name !== 'message') habits.givesSigns = true;
    if (name === 'dong') habits.answers = true;
    this.#lastSign = this.#options.clock.monotonic();
    clearTimeout(this.#doubt);
    this.#doubt = undefined;
  }

  #look(): void {
    const { clock, habits, onSilence } = this.#options;
    const silent = clock.monotonic() - this.#lastSign;
    if (silent > GIVE_UP_AFTER_MS && habits.givesSigns) onSilence();
    else if (silent > ASK_AFTER_MS) this.#ask();
  }

  #ask(): void {
    try {
      this.#options.puppet.ding('zaoba');
    } catch {
      // A puppet that cannot even be asked stays silent, and is given up for that.
    }
  }
}
