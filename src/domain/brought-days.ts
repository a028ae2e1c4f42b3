/**
 * Days of another room that a member brought along on a move: they count for the streak as they did there, and pay nothing
 * again.
 *
 * With them come the days that asked for nothing there and the rule by which freezes were earned, so that the same history
 * amounts to the same figures in the new room.
 */

import type { DayRules } from './day-rules.js';
import type { LocalDay } from './local-day.js';

export interface BroughtDay {
  readonly day: LocalDay;
  /** False for a missed day that asked for nothing. */
  readonly isDone: boolean;
  /** How many days in a row earned a freeze there on that day; 0 for none. */
  readonly freezeEvery: number;
}

/** Days of check-in here and those brought along, oldest first. */
export function joinDays(own: readonly LocalDay[], brought: readonly BroughtDay[]): LocalDay[] {
  const done = brought.filter(({ isDone }) => isDone).map(({ day }) => day);
  return [...new Set([...own, ...done])].toSorted((a, b) => a - b);
}

/** The rules of the room, and those of the other one for what came from there. `own`: days of check-in here. */
export function withBrought(rules: DayRules, brought: readonly BroughtDay[], own: readonly LocalDay[]): DayRules {
  if (brought.length === 0) return rules;
  const known = new Map(brought.map((one) => [one.day, one]));
  const here = new Set(own);
  return {
    ...rules,
    isExcused: (day) => known.get(day)?.isDone === false || rules.isExcused(day),
    freezeEvery: (day) => known.get(day)?.freezeEvery ?? rules.freezeEvery(day),
    pointsFactor: (day) => (known.has(day) && !here.has(day) ? 0 : rules.pointsFactor(day)),
  };
}

/** What a member of the one room brings to another that is new to them, up to `until`. `days`: of check-in, oldest first. */
export function daysToBring(days: readonly LocalDay[], rules: DayRules, until: LocalDay): BroughtDay[] {
  const [first] = days;
  if (first === undefined) return [];
  const done = new Set(days);
  const span = Array.from({ length: Math.max(0, until - first + 1) }, (_, index) => (first + index) as LocalDay);
  return span
    .filter((day) => done.has(day) || rules.isExcused(day))
    .map((day) => ({ day, isDone: done.has(day), freezeEvery: rules.freezeEvery(day) }));
}
