/**
 * What may stand before a keyword and changes nothing: marks, emoji, the bot's name, the day; before a check-in also a
 * greeting and one activity. Anything else makes talk of the line.
 */

import { dateLabelSource, dayTokenSource } from './date-source.js';
import type { Line } from './line.js';
import { emoticonBut, KEYCAP, LEAD_MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import type { CalendarWords, LeadWords } from './vocabulary.js';

export interface Lead {
  readonly neutral: RegExp;
  readonly calendar: RegExp;
  readonly dayToken: RegExp;
  readonly dateLabel: RegExp;
  readonly greeting: RegExp;
  readonly activity: RegExp;
  readonly polite: RegExp;
}

export function compileLead(lead: LeadWords, calendar: CalendarWords): Lead {
  const emoticon = emoticonBut(anyOf(lead.bracketed));
  const reply = `${anyOf(lead.replies)}(?![a-z]) ?:?`;
  const dayToken = dayTokenSource(calendar);
  return {
    neutral: sticky(`(?:${emoticon}|${KEYCAP}|${LEAD_MARK}|${reply})+`),
    calendar: sticky(`${dayToken}|${dateLabelSource(calendar)}|${anyOf(lead.todays)}`),
    dayToken: sticky(dayToken),
    dateLabel: sticky(dateLabelSource(calendar)),
    greeting: sticky(anyOf(lead.greetings)),
    activity: sticky(anyOf(lead.activities)),
    polite: sticky(`(?:${anyOf(lead.polite)} *)+`),
  };
}

/** Where the neutral part ends that begins at `at`. */
export function skipNeutral(lead: Lead, line: Line, at: number): number {
  let end = at;
  for (;;) {
    const next = skipMention(line, skip(lead.neutral, line.text, end));
    if (next === end) return end;
    end = next;
  }
}

/** Neutral parts and what names the day; for commands other than a check-in. */
export function skipCommandLead(lead: Lead, line: Line, at: number): number {
  let end = at;
  for (;;) {
    const next = skip(lead.calendar, line.text, skipNeutral(lead, line, end));
    if (next === end) return end;
    end = next;
  }
}

export function skipCheckInLead(lead: Lead, line: Line, at: number): number {
  let end = at;
  let activities = 0;
  for (;;) {
    const next = skipCommandLead(lead, line, end);
    const active = activities === 0 ? matchEnd(lead.activity, line.text, next) : -1;
    if (active >= 0) activities += 1;
    const after = active >= 0 ? active : skip(lead.greeting, line.text, next);
    if (after === end) return end;
    end = after;
  }
}

export function skipMention({ text, botNames }: Line, at: number): number {
  if (text[at] !== '@') return at;
  const name = botNames.find((each) => each !== '' && text.startsWith(each, at + 1));
  return name === undefined ? at : at + 1 + name.length;
}

/** Somebody is mentioned here, and it is not the bot. */
export function mentionsOther(line: Line, at: number): boolean {
  const { text } = line;
  return text[at] === '@' && /\S/.test(text[at + 1] ?? ' ') && skipMention(line, at) === at;
}

/** Neutral parts and a numbered day. */
export function skipNumberedLead(lead: Lead, line: Line, at: number): number {
  const numbered = skip(lead.dayToken, line.text, skipNeutral(lead, line, at));
  return skipNeutral(lead, line, numbered);
}

/** The same and polite words after it. */
export function skipPoliteLead(lead: Lead, line: Line, at: number): number {
  return skipNeutral(lead, line, skip(lead.polite, line.text, skipNumberedLead(lead, line, at)));
}
