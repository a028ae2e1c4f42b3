/** Names as they may be shown: one line, no characters that turn or hide text, not longer than a line can bear. */

const UNSAFE = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const PILED_ACCENTS = /(\p{M}{2})\p{M}+/gu;
const LONGEST = 16;
/** Twice what WeChat allows. */
const LONGEST_TOPIC = 64;

export function displayName(name: string): string {
  return shownWithin(name, LONGEST);
}

/** A room's. It is kept as it is shown, since people type it to name the room. */
export function displayTopic(topic: string): string {
  return shownWithin(topic, LONGEST_TOPIC);
}

/** What would make the rest of a line read the other way round. An answer may quote what somebody typed. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

export function withoutTurns(text: string): string {
  return text.replace(TURNS, '');
}

/** Of any length. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, '').replace(PILED_ACCENTS, '$1').replace(/\s+/gu, ' ').trim();
}

function shownWithin(text: string, longest: number): string {
  const plain = oneLine(text);
  const letters = [...plain];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : plain;
}
