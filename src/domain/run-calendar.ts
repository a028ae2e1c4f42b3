/** A member's check-ins as a calendar of weeks, each day as deep as the streak had grown by then. */

import type { DayRules } from './day-rules.js';
import { addDays, type LocalDay, weekdayOf } from './local-day.js';
import { EMPTY_TALLY, extendTally } from './streak.js';

/** How long the streak had grown, in the steps of `RUN_STEPS`. */
export type RunDepth = 1 | 2 | 3 | 4;

/** From how many days on a day is of depth 1, 2, 3, 4. */
export const RUN_STEPS = [1, 3, 7, 21] as const;

/** `excused`: nothing was asked for. `future`: still to come. */
export type DayMark = RunDepth | 'missed' | 'excused' | 'future';

export interface RunCalendar {
  /** A Monday. */
  readonly firstDay: LocalDay;
  /** Weeks of seven days, Monday first, the last one holding today. */
  readonly weeks: ReadonlyArray<readonly DayMark[]>;
  /** Check-ins within these weeks. */
  readonly count: number;
}

/** `days`: all of the member's days of check-in, oldest first; earlier ones tell how long a streak already was. */
export function runCalendar(
  days: readonly LocalDay[],
  rules: DayRules,
  { today, weekCount }: { readonly today: LocalDay; readonly weekCount: number },
): RunCalendar {
  const firstDay = addDays(today, 1 - weekdayOf(today) - 7 * (weekCount - 1));
  const depths = depthsOf(days, rules);
  const markOf = (day: LocalDay): DayMark => {
    if (day > today) return 'future';
    return depths.get(day) ?? (rules.isExcused(day) ? 'excused' : 'missed');
  };
  const week = (index: number) => Array.from({ length: 7 }, (_, weekday) => addDays(firstDay, 7 * index + weekday));
  return {
    firstDay,
    weeks: Array.from({ length: weekCount }, (_, index) => week(index).map(markOf)),
    count: days.filter((day) => day >= firstDay && day <= today).length,
  };
}

function depthsOf(days: readonly LocalDay[], rules: DayRules): ReadonlyMap<LocalDay, RunDepth> {
  const depths = new Map<LocalDay, RunDepth>();
  let tally = EMPTY_TALLY;
  for (const day of days) {
    tally = extendTally(tally, day, rules);
    depths.set(day, depthOf(tally.streak));
  }
  return depths;
}

function depthOf(streak: number): RunDepth {
  return Math.max(1, RUN_STEPS.filter((from) => streak >= from).length) as RunDepth;
}
