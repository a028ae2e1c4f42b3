/**
 * Notices that a puppet is dead before wechaty does: its watchdog waits a minute and then restarts the puppet under our
 * feet. A silent puppet is asked for a sign of life, and given up soon after.
 */

import type { Puppet } from 'wechaty-puppet';
import type { Clock } from '../../ports/clock.js';
import type { PuppetEvents } from './puppet-events.js';

export interface PulseOptions {
  readonly puppet: Puppet;
  readonly events: PuppetEvents;
  readonly clock: Clock;
  readonly onSilence: () => void;
}

const LOOK_EVERY_MS = 5_000;
const ASK_AFTER_MS = 25_000;
const GIVE_UP_AFTER_MS = 45_000;
/** After an error, a healthy puppet answers within this time. */
const ANSWER_WITHIN_MS = 5_000;

export class Pulse {
  readonly #options: PulseOptions;
  readonly #timer: NodeJS.Timeout;
  #lastSign: number;
  #doubt: NodeJS.Timeout | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#lastSign = options.clock.monotonic();
    for (const name of ['heartbeat', 'dong', 'message'] as const) options.events.on(name, () => this.#sign());
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** Something went wrong: is the puppet still there? Asking goes the way that events come, so a cut stream shows. */
  doubt(): void {
    if (this.#doubt) return;
    this.#doubt = setTimeout(() => this.#options.onSilence(), ANSWER_WITHIN_MS);
    this.#ask();
  }

  close(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#doubt);
  }

  #sign(): void {
    this.#lastSign = this.#options.clock.monotonic();
    clearTimeout(this.#doubt);
    this.#doubt = undefined;
  }

  #look(): void {
    const silent = this.#options.clock.monotonic() - this.#lastSign;
    if (silent > GIVE_UP_AFTER_MS) this.#options.onSilence();
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
