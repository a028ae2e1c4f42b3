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
  /** Whether silence means death from the start; other puppets must have given a sign before. */
  readonly isTalkative: boolean;
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
  #isTalkative: boolean;
  readonly #firstLook: NodeJS.Timeout;
  #doubt: NodeJS.Timeout | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#lastSign = options.clock.monotonic();
    this.#isTalkative = options.isTalkative;
    for (const name of ['heartbeat', 'dong', 'message'] as const) options.events.on(name, () => this.#sign());
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#firstLook = setTimeout(() => this.doubt(), FIRST_LOOK_MS);
  }

  /** Something went wrong: is the puppet still there? Asking goes the way that events come, so a cut stream shows. */
  doubt(): void {
    if (this.#doubt) return;
    this.#doubt = setTimeout(() => this.#giveUp(), ANSWER_WITHIN_MS);
    this.#ask();
  }

  close(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#firstLook);
    clearTimeout(this.#doubt);
  }

  #sign(): void {
    this.#isTalkative = true;
    this.#lastSign = this.#options.clock.monotonic();
    clearTimeout(this.#doubt);
    this.#doubt = undefined;
  }

  #look(): void {
    const silent = this.#options.clock.monotonic() - this.#lastSign;
    if (silent > GIVE_UP_AFTER_MS) this.#giveUp();
    else if (silent > ASK_AFTER_MS) this.#ask();
  }

  #giveUp(): void {
    this.#doubt = undefined;
    if (this.#isTalkative) this.#options.onSilence();
  }

  #ask(): void {
    try {
      this.#options.puppet.ding('zaoba');
    } catch {
      // A puppet that cannot even be asked stays silent, and is given up for that.
    }
  }
}
