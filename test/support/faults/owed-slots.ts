/** Which posts a room is owed, by the calendar alone, and which post of which day a text is. */

import { Temporal } from 'temporal-polyfill';
import { dayIn } from './typed-check-ins.js';

interface Slot {
  readonly kind: 'task' | 'review';
  /** Days since 1970. */
  readonly day: number;
}

const HOURS = { task: 8, review: 20 } as const;
const KINDS = ['task', 'review'] as const;
const HEADING = /^【今日(任务|点评)(?:·补发)?】(\d+)月(\d+)日/u;
const DAY_MS = 86_400_000;

/** The slots whose time comes after `from` and not after `until`. */
export function owedSlots(zone: string, from: number, until: number): Slot[] {
  const owed: Slot[] = [];
  for (let day = dayIn(zone, from); day <= dayIn(zone, until); day++) {
    for (const kind of KINDS) {
      const due = dueInstant(zone, day, kind);
      if (due !== undefined && due > from && due <= until) owed.push({ kind, day });
    }
  }
  return owed;
}

/** When the next of a zone's slots falls due. */
export function nextDue(zone: string, after: number): number {
  const today = dayIn(zone, after);
  const dues = [today, today + 1].flatMap((day) => KINDS.map((kind) => dueInstant(zone, day, kind) ?? 0));
  return dues.find((due) => due > after) ?? Infinity;
}

/** Undefined on a date that the zone left out. */
function dueInstant(zone: string, day: number, kind: Slot['kind']): number | undefined {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
  if (!date.toZonedDateTime({ timeZone: zone }).toPlainDate().equals(date)) return undefined;
  return date.toZonedDateTime({ timeZone: zone, plainTime: { hour: HOURS[kind] } }).epochMilliseconds;
}

/** The year is the one that puts the day closest to its arrival. */
export function slotOf(text: string, at: number): Slot | undefined {
  const [, kind, month, dayOfMonth] = HEADING.exec(text) ?? [];
  if (kind === undefined) return undefined;
  const year = new Date(at).getUTCFullYear();
  const days = [year - 1, year, year + 1].map((one) => Date.UTC(one, Number(month) - 1, Number(dayOfMonth)));
  const [nearest = 0] = days.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return { kind: kind === '任务' ? 'task' : 'review', day: nearest / DAY_MS };
}
