/** Waits for what another process will have done sooner or later. */

import { setTimeout as sleep } from 'node:timers/promises';

/** Rarely enough that many who wait leave the machine to those whom they wait for. */
const LOOK_EVERY_MS = 100;

/** The first answer of `look` that is neither undefined, null nor false. Rejects, naming `what`, when there is none in time. */
export async function until<T>(what: string, look: () => T | Promise<T>, withinMs = 20_000): Promise<NonNullable<T>> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await look();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`Waited ${withinMs / 1_000} s in vain until ${what}.`);
    await sleep(LOOK_EVERY_MS);
  }
}
