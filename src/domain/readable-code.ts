/** Codes that people copy by hand: eight letters and digits, none of which is read for another. */

const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** `pick` gives a whole number from 0 to below its bound, each as likely as the others. */
export function readableCode(pick: (bound: number) => number): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[pick(ALPHABET.length)]).join('');
}
