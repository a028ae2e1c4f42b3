/** A time machine that starts on Thursday 2025-11-20 07:50 in Shanghai and stands still between its moves. */

import type { TimeMachine } from '../../src/ports/time-machine.js';

const day = 86_400_000;
const shanghai = 8 * 3_600_000;

export class FakeTimeMachine implements TimeMachine {
  readonly timeZone = 'Asia/Shanghai';
  readonly moves: string[] = [];
  /** Every move waits for this; a test may hold it up. */
  gate: Promise<void> = Promise.resolve();
  #now = Date.parse('2025-11-20T07:50:00+08:00');

  now(): number {
    return this.#now;
  }

  async moveBy(milliseconds: number): Promise<void> {
    await this.#move(`by ${milliseconds}`, this.#now + milliseconds);
  }

  async moveToNext(localTime: `${number}:${number}`): Promise<void> {
    const [hours = 0, minutes = 0] = localTime.split(':').map(Number);
    const midnight = Math.floor((this.#now + shanghai) / day) * day - shanghai;
    const today = midnight + (hours * 60 + minutes) * 60_000;
    await this.#move(`to ${localTime}`, today > this.#now ? today : today + day);
  }

  async nextDay(): Promise<void> {
    await this.#move('next day', this.#now + day);
  }

  async #move(what: string, to: number): Promise<void> {
    this.moves.push(what);
    await this.gate;
    this.#now = to;
  }
}
