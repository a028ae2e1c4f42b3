/** The clock of a simulated community: runs like the real one, can be moved forward, and remembers that it was. */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock, Instant, MovableClock } from '../../ports/clock.js';

/** How far ahead of the real clock it is, in milliseconds, kept in the file at `path` where one is given. */
export function openSimulatedClock(real: Clock, path?: string): MovableClock {
  let ahead = path === undefined ? 0 : readOffset(path);
  const now = (): Instant => real.now() + ahead;
  return {
    now,
    monotonic: () => real.monotonic(),
    moveTo(instant) {
      const missing = instant - now();
      if (missing <= 0) return;
      ahead += missing;
      if (path !== undefined) writeOffset(path, ahead);
    },
  };
}

function readOffset(path: string): number {
  try {
    const ahead = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(ahead) && ahead > 0 ? ahead : 0;
  } catch {
    return 0;
  }
}

function writeOffset(path: string, ahead: number): void {
  writeFileSync(`${path}.new`, String(Math.round(ahead)));
  renameSync(`${path}.new`, path);
}
