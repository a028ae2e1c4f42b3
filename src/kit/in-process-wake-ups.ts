/**
 * Wake-ups of a process that has its database to itself: kept in memory and looked at every second.
 *
 * A restart forgets them, and looks at all rows anyway. One whose transaction is undone is heard for nothing.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.js';
import type { WakeUp, WakeUps } from '../ports/wake-ups.js';
import type { Tx } from '../storage/database.js';

/** The clock may be moved by hand, so nobody knows how long to sleep. */
const LOOK_EVERY_MS = 1_000;

export class InProcessWakeUps implements WakeUps<Tx> {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #asked = new Map<string, WakeUp>();
  readonly #stopping = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  async ask(_: Tx, wakeUp: WakeUp): Promise<void> {
    this.#asked.set(`${wakeUp.kind} ${wakeUp.accountId} ${wakeUp.at}`, wakeUp);
  }

  start(hear: (wakeUp: WakeUp) => void): void {
    this.#looking = this.#look(hear);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
  }

  async #look(hear: (wakeUp: WakeUp) => void): Promise<void> {
    const { signal } = this.#stopping;
    while (await sleep(LOOK_EVERY_MS, true, { signal }).catch(() => false)) {
      for (const [key, wakeUp] of this.#asked) {
        if (wakeUp.at > this.#clock.now()) continue;
        this.#asked.delete(key);
        hear(wakeUp);
      }
    }
  }
}
