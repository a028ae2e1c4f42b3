/** How long to wait before the next attempt to connect: 1 s, doubled each time, at most 5 minutes. */

const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;
/** Up to a quarter more, so that many bots do not knock together. */
const JITTER = 0.25;

/** Milliseconds before attempt number `failures + 1`. `random` answers from 0 up to 1. */
export function backOff(failures: number, random: () => number): number {
  const wait = FIRST_MS * 2 ** Math.max(0, failures - 1);
  return Math.min(LONGEST_MS, Math.round(wait * (1 + JITTER * random())));
}
