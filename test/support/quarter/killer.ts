/** Kills the bot by kill -9: so many times, spread over the whole, half of them just as the platform has taken something. */

import type { Stage } from './stage.js';

/** Of sends and errands, which one the bot dies at. */
const DEEPEST = 6;
const AHEAD = 1.1;

export interface KillerOptions {
  readonly kills: number;
  /** Of the simulated time over which they are spread. */
  readonly from: number;
  readonly until: number;
  readonly random: () => number;
}

export class Killer {
  readonly #options: KillerOptions;
  #usual = 20;
  #calm = true;

  constructor(options: KillerOptions) {
    this.#options = options;
  }

  /** Not while people settle in. */
  begin(): void {
    this.#calm = false;
  }

  /** Returns what ends the pause. */
  pause(): () => void {
    const before = this.#calm;
    this.#calm = true;
    return () => void (this.#calm = before);
  }

  /** From now on everybody lives. */
  rest(): void {
    this.#calm = true;
  }

  /** Resolves to whether the bot survived what it was told. */
  async endanger(stage: Stage, act: () => Promise<boolean>): Promise<boolean> {
    if (this.#calm) return this.#watch(act);
    if (!this.#isDue(stage)) return this.#watch(act);
    const disarm = this.#options.random() < 0.5 ? this.#aim(stage) : this.#lieInWait(stage);
    try {
      return await act();
    } finally {
      disarm();
    }
  }

  /** A little ahead of the plan, since some shots miss. */
  #isDue({ now, kills: deaths }: Stage): boolean {
    const { kills, from, until, random } = this.#options;
    const due = Math.min(kills, AHEAD * kills * ((now - from) / (until - from)));
    return deaths < due && random() < 0.5;
  }

  async #watch(act: () => Promise<boolean>): Promise<boolean> {
    const began = performance.now();
    const survived = await act();
    if (survived) this.#usual = 0.9 * this.#usual + 0.1 * (performance.now() - began);
    return survived;
  }

  #aim({ bots }: Stage): () => void {
    const timer = setTimeout(() => bots.killAtWork(), this.#options.random() * 2 * this.#usual);
    return () => clearTimeout(timer);
  }

  #lieInWait({ wechat, bots }: Stage): () => void {
    let left = Math.ceil(this.#options.random() * DEEPEST);
    wechat.fate = () => {
      left -= 1;
      if (left === 0) bots.killAtWork();
      return 'whole';
    };
    return () => (wechat.fate = () => 'whole');
  }
}
