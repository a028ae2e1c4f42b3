/**
 * What the page may do with the simulated world's time and demo data, one thing at a time.
 *
 * Its state is shown to every open page, so that a second tab also sees that time is moving.
 */

import type { SimulatedWeChat } from '../ports/simulated-wechat.js';
import type { TimeMachine } from '../ports/time-machine.js';

export interface Simulation {
  readonly wechat: SimulatedWeChat;
  readonly timeMachine: TimeMachine;
  /** Also after a restart. */
  hasDemo(): boolean;
  seedDemo(): Promise<void>;
}

export type DemoState = 'absent' | 'loading' | 'loaded';

export type TimeMove =
  | { readonly kind: 'by'; readonly minutes: number }
  | { readonly kind: 'to'; readonly localTime: '08:00' | '20:00' }
  | { readonly kind: 'next-day' };

export class SimulationDesk {
  readonly wechat: SimulatedWeChat;
  readonly timeMachine: TimeMachine;
  readonly #simulation: Simulation;
  readonly #changed: () => void;
  #moving = false;
  #seeding = false;

  constructor(simulation: Simulation, changed: () => void) {
    this.wechat = simulation.wechat;
    this.timeMachine = simulation.timeMachine;
    this.#simulation = simulation;
    this.#changed = changed;
  }

  get moving(): boolean {
    return this.#moving || this.#seeding;
  }

  get demo(): DemoState {
    if (this.#seeding) return 'loading';
    return this.#simulation.hasDemo() ? 'loaded' : 'absent';
  }

  /** False when time is moving already, as it does while demo data comes in; nothing happens then. */
  async move(move: TimeMove): Promise<boolean> {
    if (this.moving) return false;
    this.#setMoving(true);
    try {
      await this.#perform(move);
      return true;
    } finally {
      this.#setMoving(false);
    }
  }

  /** False when the demo data is there or on its way, or time is moving. A failed attempt may be repeated. */
  async seed(): Promise<boolean> {
    if (this.moving || this.demo === 'loaded') return false;
    this.#setSeeding(true);
    try {
      await this.#simulation.seedDemo();
      return true;
    } finally {
      this.#setSeeding(false);
    }
  }

  async #perform(move: TimeMove): Promise<void> {
    if (move.kind === 'by') return this.timeMachine.moveBy(move.minutes * 60_000);
    if (move.kind === 'to') return this.timeMachine.moveToNext(move.localTime);
    return this.timeMachine.nextDay();
  }

  #setMoving(moving: boolean): void {
    this.#moving = moving;
    this.#changed();
  }

  #setSeeding(seeding: boolean): void {
    this.#seeding = seeding;
    this.#changed();
  }
}
