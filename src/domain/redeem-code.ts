/**
 * Codes that are good for a card: sixteen letters and digits, 80 bits, of which none is read for another; and how often
 * wrong ones may be tried.
 */

/** Without I, L, O and U: the first three are read as 1 and 0, and the last one is left out for the words it would make. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = /.{4}(?=.)/gu;

/** `pick` gives a whole number from 0 to below its bound, each as likely as the others. Written `ABCD-EFGH-JKMN-PQRS`. */
export function makeRedeemCode(pick: (bound: number) => number): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)] ?? '');
  return letters.join('').replace(GROUP, '$&-');
}

/** As it was handed out, however it was typed: full width, small letters, spaces, O for 0. Undefined for what is no code. */
export function readRedeemCode(given: string): string | undefined {
  const letters = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}_.,:\u3002\uff0c]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const isCode = letters.length === LENGTH && [...letters].every((letter) => ALPHABET.includes(letter));
  return isCode ? letters : undefined;
}

const MOST_TRIES = 5;
const HOUR_MS = 60 * 60_000;
const LONGEST_LOCK_MS = 24 * HOUR_MS;
/** Whoever has tried nothing wrong for so long begins anew. */
const FORGOTTEN_AFTER_MS = 7 * 24 * HOUR_MS;

/** What somebody tried in vain. */
export interface CodeTries {
  /** Each within an hour of the one before. */
  readonly tries: number;
  readonly lastAt: number;
  /** How often it was locked so far; each lock lasts twice as long as the one before, at most a day. */
  readonly locks: number;
  readonly lockedUntil: number | null;
}

/** While it holds, no code is even looked at. */
export function isLocked(before: CodeTries | undefined, now: number): boolean {
  return before !== undefined && before.lockedUntil !== null && now < before.lockedUntil;
}

export function afterWrongCode(before: CodeTries | undefined, now: number): CodeTries {
  const quiet = before === undefined ? Infinity : now - before.lastAt;
  const locks = before === undefined || quiet >= FORGOTTEN_AFTER_MS ? 0 : before.locks;
  const tries = before === undefined || quiet >= HOUR_MS ? 1 : before.tries + 1;
  if (tries < MOST_TRIES) return { tries, lastAt: now, locks, lockedUntil: null };
  const lock = Math.min(HOUR_MS * 2 ** locks, LONGEST_LOCK_MS);
  return { tries: 0, lastAt: now, locks: locks + 1, lockedUntil: now + lock };
}
