/** The strip of days of a card: which order brings each, as if nothing was ever frozen; frozen days move all that is left. */

import { lastOfMonths } from './calendar.js';

export type Kind = '日卡' | '周卡' | '月卡' | '季卡' | '年卡' | '终身卡';

export type Entry =
  | { readonly what: 'bought'; readonly kind: Kind; readonly by: string }
  | { readonly what: 'added'; readonly days: number }
  | { readonly what: 'frozen' }
  | { readonly what: 'thawed' }
  /** Turned in for what another order brings. */
  | { readonly what: 'ended'; readonly by: string }
  | { readonly what: 'refunded'; readonly order: string };

export interface Dated {
  readonly day: number;
  readonly entry: Entry;
}

export interface Cover {
  readonly kind: Kind;
  readonly from: number;
  /** Its last day; null for life. */
  readonly through: number | null;
  readonly frozenOn: number | null;
}

export interface Strip {
  readonly kind: Kind;
  readonly from: number;
  /** By the order that brings each. */
  readonly days: readonly string[];
  /** The order that brings all days to come, and how many lay before it. */
  readonly life: { readonly by: string; readonly after: number } | undefined;
  /** Whole months that each order brought, by which what is bought next is counted. */
  readonly months: ReadonlyMap<string, number>;
  readonly frozenOn: number | null;
  readonly frozenDays: number;
  readonly endedOn: number | null;
}

const LASTS: Readonly<Record<Kind, readonly [months: number, days: number]>> = {
  日卡: [0, 1],
  周卡: [0, 7],
  月卡: [1, 0],
  季卡: [3, 0],
  年卡: [12, 0],
  终身卡: [0, 0],
};

export function stripAfter(strip: Strip | undefined, day: number, entry: Entry): Strip | undefined {
  if (entry.what === 'bought') return buy(strip, day, entry);
  if (!strip) return undefined;
  if (entry.what === 'added') return isOn(strip, day) ? extended(strip, '', 0, entry.days) : strip;
  if (entry.what === 'frozen') return isOn(strip, day) ? { ...strip, frozenOn: strip.frozenOn ?? day } : strip;
  if (entry.what === 'ended') return isOn(strip, day) ? { ...strip, endedOn: day, frozenOn: null } : strip;
  return entry.what === 'thawed' ? thawed(strip, day) : withoutRest(strip, day, entry.order);
}

/** Null for life. */
export function throughOf({ from, days, life, frozenDays, endedOn }: Strip): number | null {
  if (endedOn !== null) return endedOn - 1;
  return life ? null : from + days.length + frozenDays - 1;
}

function buy(strip: Strip | undefined, day: number, { kind, by }: Entry & { what: 'bought' }): Strip {
  const goesOn = strip !== undefined && isOn(strip, day);
  const former = goesOn ? { ...strip, kind } : begin(kind, day);
  const [months, days] = LASTS[kind];
  const longer = extended(former, by, months, days);
  return kind === '终身卡' ? { ...longer, life: { by, after: longer.days.length } } : longer;
}

function begin(kind: Kind, from: number): Strip {
  const frozen = { frozenOn: null, frozenDays: 0, endedOn: null };
  return { kind, from, days: [], life: undefined, months: new Map(), ...frozen };
}

/** Months are counted from the first day on, all of them together, so that the day of the month is never lost. */
function extended(strip: Strip, by: string, months: number, days: number): Strip {
  const { from } = strip;
  const inMonths = (count: number) => lastOfMonths(from, count) - from + 1;
  const before = [...strip.months.values()].reduce((sum, one) => sum + one, 0);
  const more = inMonths(before + months) - inMonths(before) + days;
  const all = [...strip.days, ...Array.from({ length: more }, () => by)];
  return { ...strip, days: all, months: new Map([...strip.months, [by, months]]) };
}

function thawed(strip: Strip, day: number): Strip {
  if (strip.frozenOn === null) return strip;
  return { ...strip, frozenOn: null, frozenDays: strip.frozenDays + Math.max(0, day - strip.frozenOn) };
}

/** Days of the order that have not come yet are gone, and what lies behind them moves up. Its months count no longer. */
function withoutRest(strip: Strip, day: number, order: string): Strip {
  if (strip.endedOn !== null) return strip;
  const used = Math.min(day, strip.frozenOn ?? Infinity) - strip.frozenDays - strip.from;
  // What was bought after a card for life is not touched while that lasts.
  const reached = Math.min(used, strip.life?.after ?? Infinity);
  const stays = (by: string, index: number) => by !== order || index < reached;
  const days = strip.days.filter(stays);
  if (days.length === strip.days.length && strip.life?.by !== order) return strip;
  const life = strip.life && { ...strip.life, after: strip.days.slice(0, strip.life.after).filter(stays).length };
  const shorter = life?.by === order ? withoutLife(strip, used) : { ...strip, days, life };
  const counted = { ...shorter, months: new Map([...strip.months].filter(([by]) => by !== order)) };
  const warm = thawed(counted, day);
  return isOn(warm, day) ? { ...counted, frozenOn: strip.frozenOn } : warm;
}

function withoutLife(strip: Strip, used: number): Strip {
  const { by = '', after = 0 } = strip.life ?? {};
  const lived = Array.from({ length: Math.max(0, used - after) }, () => by);
  return { ...strip, life: undefined, days: [...strip.days.slice(0, after), ...lived, ...strip.days.slice(after)] };
}

function isOn(strip: Strip, day: number): boolean {
  return strip.frozenOn !== null || (throughOf(strip) ?? Infinity) >= day;
}
