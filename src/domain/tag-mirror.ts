/** Tags on the platform: how often one that failed is tried again, and how many leave at a time. */

/** What is waited after the first failure, the second …; after the last one a person has to ask for it. */
const PAUSES_MINUTES = [10, 60, 6 * 60, 24 * 60, 72 * 60] as const;

/** Few, since every one of them takes a place in the account's day like a message. */
export const MIRROR_BATCH = 5;
export const MIRROR_EVERY_MS = 60 * 60_000;

export const UNSUPPORTED = 'unsupported';
const HOPELESS = 'no such chat';

/** `attempts`: failures in a row, this one included. Undefined where it is given up. */
export function nextMirrorAttempt(attempts: number, reason: string, now: number): number | undefined {
  const pause = PAUSES_MINUTES[attempts - 1];
  return pause === undefined || reason === HOPELESS ? undefined : now + pause * 60_000;
}
