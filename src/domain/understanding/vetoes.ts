/** What makes a line nobody's own word, whatever else it holds: quotes, forwards, cards, calls to all, other bots. */

import { anyOf, inClass } from './pattern.js';
import type { CalendarWords, VetoWords, Vocabulary } from './vocabulary.js';

export interface Vetoes {
  readonly everywhere: RegExp;
  readonly forward: RegExp;
  readonly recordTitle: RegExp;
  readonly chainHeading: RegExp;
  readonly titleWord: string;
  readonly success: readonly string[];
  readonly acknowledgement: RegExp;
  readonly acknowledged: RegExp;
}

const QUOTE = '\u300C';
const QUOTE_RULE = /\n *- ?- ?-/;
/** Of a chain list: each member posts the lines of all. */
const NUMBERED_LINE = /\n *\(?\d{1,3} ?[.)\u3001]/;
const BARE_URL = /^\s*(?:https?:\/\/|www\.)\S+\s*$/;

export function compileVetoes({ veto, calendar }: Vocabulary): Vetoes {
  return {
    everywhere: new RegExp(everywhereSource(veto), 'v'),
    forward: new RegExp(forwardSource(veto), 'v'),
    recordTitle: new RegExp(String.raw`^[^\n]{0,80}${veto.recordTitle}[\]\u3011\u300D]?\s*(?:\n|$)`, 'v'),
    chainHeading: new RegExp(
      String.raw`${anyOf(veto.chains.map((word) => `#${word}`))}|${anyOf(veto.chains)}[^\p{L}\p{N}?]*\n`,
      'v',
    ),
    titleWord: veto.recordTitle,
    success: [veto.success, veto.recorded],
    acknowledged: new RegExp(`${anyOf(veto.acknowledged)} ?${veto.success}|${veto.recorded}`, 'v'),
    acknowledgement: new RegExp(acknowledgementSource(veto, calendar), 'v'),
  };
}

function everywhereSource({ everyone, cards, record, alwaysAcknowledged, success }: VetoWords): string {
  const always = `${anyOf(alwaysAcknowledged)}${success}`;
  return String.raw`@ ?${anyOf(everyone)}(?![a-z])|\[${anyOf([...cards, record])}\]|${always}`;
}

function forwardSource({ forwards }: VetoWords): string {
  return String.raw`^\s*(?:${anyOf(forwards)} ?:|[\[\u3010]${anyOf(forwards)}[\]\u3011])`;
}

function acknowledgementSource(veto: VetoWords, { numerals, day, ordinal }: CalendarWords): string {
  const number = String.raw`(?:\d{1,5}|[${inClass(Object.keys(numerals).join(''))}]{1,5})`;
  const streak = String.raw`${anyOf([...veto.streaks, ordinal])}[^,.\u3002!\n]{0,8}?${number} ?${day}`;
  return `${streak}|${anyOf(veto.rewards)}|@`;
}

export function isVetoed(vetoes: Vetoes, text: string): boolean {
  if (text.startsWith(QUOTE) && QUOTE_RULE.test(text)) return true;
  if (vetoes.everywhere.test(text) || vetoes.forward.test(text)) return true;
  if (text.includes(vetoes.titleWord) && vetoes.recordTitle.test(text)) return true;
  if (vetoes.chainHeading.test(text) && NUMBERED_LINE.test(text)) return true;
  return isAcknowledgement(vetoes, text) || BARE_URL.test(text);
}

/** What a bot says of a success stands anywhere behind it. */
function isAcknowledgement({ success, acknowledged, acknowledgement }: Vetoes, text: string): boolean {
  if (!success.some((word) => text.includes(word))) return false;
  const at = text.search(acknowledged);
  return at >= 0 && acknowledgement.test(text.slice(at));
}
