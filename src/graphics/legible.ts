/**
 * Words as our fonts can show them. People write their names with letters of all the world and with signs that are none;
 * a row of empty boxes tells less than what is left without them.
 */

import type { Graphic } from '../domain/graphic.js';
import type { Coverage } from './coverage.js';

/** What an emoji begins with. The list of them all takes too long to look through for the first time. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\uFE0F?\u20E3)/u;
const HAN = /^\p{Script=Han}/u;
/** What Chinese and Japanese printers set for a character that they do not have. */
const MISSING_HAN = '\u3013';
const NOTHING_LEFT = '\u25a1';

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** All words of the graphic. */
export function legibleGraphic(graphic: Graphic, covers: Coverage): Graphic {
  return JSON.parse(JSON.stringify(graphic), (_key, value: unknown) =>
    typeof value === 'string' ? legible(value, covers) : value,
  ) as Graphic;
}

/** Never empty for words that are not. */
function legible(words: string, covers: Coverage): string {
  if (words === '' || isCovered(words, covers)) return words;
  const shown = [...characters.segment(words)].map(({ segment }) => legibleCharacter(segment, covers)).join('');
  return shown.trim() === '' ? NOTHING_LEFT : shown.trim();
}

/** Plain letters stand for styled ones; accents that the font lacks are left out. */
function legibleCharacter(character: string, covers: Coverage): string {
  if (EMOJI.test(character)) return character;
  const composed = onlyCovered(character.normalize('NFC'), covers);
  if (composed !== '') return composed;
  const plain = character.normalize('NFKC');
  if (isCovered(plain, covers)) return plain;
  return HAN.test(character) ? MISSING_HAN : '';
}

/** Empty unless the letter itself is covered. */
function onlyCovered(character: string, covers: Coverage): string {
  const [letter = '', ...marks] = character;
  if (!isCovered(letter, covers)) return '';
  return [letter, ...marks.filter((mark) => isCovered(mark, covers))].join('');
}

function isCovered(words: string, covers: Coverage): boolean {
  return [...words].every((character) => covers(character.codePointAt(0) ?? 0));
}
