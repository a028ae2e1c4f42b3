/** What makes a line nobody's own word, whatever else it holds: quotes, forwards, cards, calls to all, other bots. */

import { anyOf, inClass } from './pattern.js';
import type { CalendarWords, LeadWords, VetoWords, Vocabulary } from './vocabulary.js';

export interface Vetoes {
  readonly everywhere: RegExp;
  readonly forward: RegExp;
  readonly recordTitle: RegExp;
  readonly success: readonly string[];
  readonly acknowledgement: RegExp;
  readonly speaker: RegExp;
  readonly activity: RegExp;
}

const QUOTE = '\u300C';
const QUOTE_RULE = /\n *- ?- ?-/;
const BARE_URL = /^\s*(?:https?:\/\/|www\.)\S+\s*$/;
const MAX_SPEAKER_LINES = 50;

export function compileVetoes({ veto, calendar, lead }: Vocabulary): Vetoes {
  return {
    everywhere: new RegExp(everywhereSource(veto), 'v'),
    forward: new RegExp(String.raw`^\s*${anyOf(veto.forwards)} ?:`, 'v'),
    recordTitle: new RegExp(String.raw`^[^\n]{0,80}${veto.recordTitle}[\]\u3011\u300D]?\s*(?:\n|$)`, 'v'),
    success: [veto.success, veto.recorded],
    acknowledgement: new RegExp(acknowledgementSource(veto, calendar), 'v'),
    speaker: new RegExp(speakerSource(veto), 'v'),
    activity: activityPattern(lead),
  };
}

function everywhereSource({ everyone, cards, record, alwaysAcknowledged, success }: VetoWords): string {
  const always = `${anyOf(alwaysAcknowledged)}${success}`;
  return String.raw`@ ?${anyOf(everyone)}(?![a-z])|\[${anyOf([...cards, record])}\]|${always}`;
}

function acknowledgementSource(veto: VetoWords, { numerals, day, ordinal }: CalendarWords): string {
  const number = String.raw`(?:\d+|[${inClass(Object.keys(numerals).join(''))}]+)`;
  const streak = String.raw`${anyOf([...veto.streaks, ordinal])}[^,.\u3002!\n]{0,8}?${number} ?${day}`;
  const said = `(?:${anyOf(veto.acknowledged)} ?${veto.success}|${veto.recorded})`;
  return String.raw`${said}[^]*?(?:${streak}|${anyOf(veto.rewards)}|@)`;
}

function speakerSource({ recordTimes }: VetoWords): string {
  const time = String.raw`(?:[\d\-\/.]+ |${anyOf(recordTimes)} ?)*\d{1,2}:\d{2}(?::\d{2})?`;
  return String.raw`^(?<name>[^\s:,.\u3002!?#\[\(\u3010][^:\n,\u3002!?#]{0,19}?)(?: +(?<time>${time})|: ?\S.*)$`;
}

function activityPattern({ activities }: LeadWords): RegExp {
  return new RegExp(`^${anyOf(activities)}$`, 'v');
}

export function isVetoed(vetoes: Vetoes, text: string): boolean {
  if (text.startsWith(QUOTE) && QUOTE_RULE.test(text)) return true;
  if (vetoes.everywhere.test(text) || vetoes.forward.test(text) || vetoes.recordTitle.test(text)) return true;
  if (vetoes.success.some((word) => text.includes(word)) && vetoes.acknowledgement.test(text)) return true;
  return BARE_URL.test(text) || (text.includes('\n') && isRecord(vetoes, text));
}

/** Two lines of speakers, or one with its time, of which the first opens the message. Subjects are no speakers. */
function isRecord({ speaker, activity }: Vetoes, text: string): boolean {
  const lines = text.trim().split('\n', MAX_SPEAKER_LINES);
  const first = speaker.exec(lines[0] ?? '')?.groups;
  if (first?.['name'] === undefined || activity.test(first['name'])) return false;
  return first['time'] !== undefined || lines.slice(1).some((each) => speaker.test(each));
}
