/** Folds what phones and keyboards vary: width, spaces, invisible characters. */

/** Zero-width characters, joiners, bidi controls, soft hyphen. */
export const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

export function foldText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s/gu, ' ');
}
