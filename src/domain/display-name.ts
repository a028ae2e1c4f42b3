/** Names as they may be shown: one line, no characters that turn or hide text, not longer than a line can bear. */

const UNSAFE = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const PILED_ACCENTS = /(\p{M}{2})\p{M}+/gu;
const LONGEST = 16;

export function displayName(name: string): string {
  const plain = name.replace(UNSAFE, '').replace(PILED_ACCENTS, '$1').replace(/\s+/gu, ' ').trim();
  const letters = [...plain];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : plain;
}
