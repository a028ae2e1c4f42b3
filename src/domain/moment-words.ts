/**
 * Moments as managers write them: a time of day, perhaps with a day before it, or a while from now.
 *
 * The words for parts of the day and for units come from copy.
 */

import type { LocalDay } from './local-day.js';
import { instantOf, type LocalMinute } from './local-time.js';

export interface MomentWords {
  /** Parts of the day with the hours that they add to 1 to 11, and to 12. */
  readonly parts: Readonly<Record<string, { readonly add: number; readonly addToTwelve: number }>>;
  /** Words for a part of a certain day, spelled out. */
  readonly spelled: Readonly<Record<string, string>>;
  readonly hour: string;
  readonly half: string;
  readonly minute: string;
  /** In minutes. */
  readonly spans: Readonly<Record<string, number>>;
}

export interface MomentContext {
  readonly now: number;
  readonly zone: string;
  readonly today: LocalDay;
  readonly words: MomentWords;
  parseDay(text: string, today: LocalDay): LocalDay | undefined;
}

/** A moment at the head of `tokens`, and how many of them it took. Undefined when they begin with none. */
export interface TakenMoment {
  readonly at: number;
  readonly took: number;
}

const MINUTE_MS = 60_000;

export function takeMoment(tokens: readonly string[], context: MomentContext): TakenMoment | undefined {
  const [typed = '', second = ''] = tokens;
  const span = parseSpan(typed, context.words);
  if (span !== undefined) return { at: context.now + span * MINUTE_MS, took: 1 };
  const first = spellOut(typed, context.words);
  const glued = parseGlued(first, context);
  if (glued !== undefined) return { at: glued, took: 1 };
  const apart = parseApart(first, second, context) ?? parseGlued(first + second, context);
  return apart === undefined ? undefined : { at: apart, took: 2 };
}

function spellOut(text: string, { spelled }: MomentWords): string {
  const short = Object.keys(spelled).find((one) => text.startsWith(one));
  return short === undefined ? text : `${spelled[short] ?? ''}${text.slice(short.length)}`;
}

function parseApart(
  first: string,
  second: string,
  { words, parseDay, today, zone }: MomentContext,
): number | undefined {
  const day = parseDay(first, today);
  const clock = parseClock(second, words);
  return day === undefined || clock === undefined ? undefined : instantOf(day, clock, zone);
}

/** A time of day, of today unless a day stands before it without a space. */
function parseGlued(text: string, { words, parseDay, today, zone }: MomentContext): number | undefined {
  for (let from = 0; from < text.length; from++) {
    const clock = parseClock(text.slice(from), words);
    if (clock === undefined) continue;
    const day = from === 0 ? today : parseDay(text.slice(0, from), today);
    if (day !== undefined) return instantOf(day, clock, zone);
  }
  return undefined;
}

function parseClock(text: string, { parts, hour, half, minute }: MomentWords): LocalMinute | undefined {
  const part = Object.keys(parts).find((one) => text.startsWith(one));
  const rest = text.slice(part?.length ?? 0);
  const written = new RegExp(`^(\\d{1,2})(?::(\\d{2})|${hour}(?:(${half})|(\\d{1,2})${minute}?)?)$`).exec(rest);
  if (!written) return undefined;
  const [, hours, minutes, isHalf, after] = written;
  const hourOfDay = inPart(Number(hours), part === undefined ? undefined : parts[part]);
  const past = isHalf === undefined ? Number(minutes ?? after ?? 0) : 30;
  return hourOfDay < 24 && past < 60 ? hourOfDay * 60 + past : undefined;
}

function inPart(hours: number, part: MomentWords['parts'][string] | undefined): number {
  if (part === undefined || hours > 12) return hours;
  return hours === 12 ? part.addToTwelve + 12 : part.add + hours;
}

/** In minutes. */
export function parseSpan(text: string, { spans }: MomentWords): number | undefined {
  const written = /^(\d{1,4})(\D+)$/u.exec(text);
  const unit = written?.[2] ?? '';
  return written && Object.hasOwn(spans, unit) ? Number(written[1]) * (spans[unit] ?? 0) : undefined;
}
