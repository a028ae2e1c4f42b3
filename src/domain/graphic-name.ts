/**
 * Names on a graphic: one line of what a reader sees as characters, cut by the room that they take.
 *
 * An emoji family is one character here, and is never cut in two.
 */

import { oneLine } from './display-name.js';

/** In columns: a Chinese character or an emoji takes two, a Latin letter one. */
const NAME_COLUMNS = 24;
const TOPIC_COLUMNS = 36;
/** The longest real emoji has ten code points; a chain beyond that is somebody's joke. */
const LONGEST_CHARACTER = 12;

/** Letters that are nothing but a gap. */
const BLANKS = /[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufd3e-\ufdff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{10000}-\u{3ffff}]/u;

/** Empty when there is nothing to see in it. */
export function graphicName(name: string): string {
  return cutToColumns(name, NAME_COLUMNS);
}

export function graphicTopic(topic: string): string {
  return cutToColumns(topic, TOPIC_COLUMNS);
}

function cutToColumns(text: string, most: number): string {
  const shown = [...characters.segment(oneLine(text.replace(BLANKS, '')))].map(({ segment }) => sensible(segment));
  let taken = 0;
  const fits = shown.findIndex((character) => (taken += columnsOf(character)) > most);
  return fits < 0 ? shown.join('') : `${keep(shown, most - 2)}…`;
}

function keep(shown: readonly string[], most: number): string {
  let taken = 0;
  const end = shown.findIndex((character) => (taken += columnsOf(character)) > most);
  return shown.slice(0, end < 0 ? shown.length : end).join('');
}

function sensible(character: string): string {
  const points = [...character];
  return points.length > LONGEST_CHARACTER ? (points[0] ?? '') : character;
}

function columnsOf(character: string): number {
  return WIDE.test(character) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}
