/** How a streak came to be: when it began, what carried it over missed days, and what ended the one before. */

import type { DayRules } from './day-rules.js';
import { addDays, type LocalDay } from './local-day.js';
import { currentStreak, EMPTY_TALLY, extendTally, coverUntil, type Tally } from './streak.js';

export type Carrier = 'excused' | 'freeze';

export interface CarriedDay {
  readonly day: LocalDay;
  readonly by: Carrier;
}

export interface StreakStory {
  readonly streak: number;
  /** The first day of the streak, or of the one that ended last; null before the first check-in. */
  readonly begun: LocalDay | null;
  /** Missed days within it, the earliest first. */
  readonly carried: readonly CarriedDay[];
  /** The streak that ended before this one and the missed day that ended it; absent when none did. */
  readonly ended?: { readonly streak: number; readonly on: LocalDay };
}

interface Telling {
  readonly tally: Tally;
  readonly begun: LocalDay | null;
  readonly carried: readonly CarriedDay[];
  readonly ended?: StreakStory['ended'];
}

/** `days`: distinct days of check-in, oldest first; `today` is not over. */
export function tellStreak(days: readonly LocalDay[], rules: DayRules, today: LocalDay): StreakStory {
  const told = days.reduce((telling, day) => tellDay(telling, day, rules), {
    tally: EMPTY_TALLY,
    begun: null,
    carried: [],
  } as Telling);
  const { tally, carried } = carryTo(told, addDays(today, -1), rules);
  const streak = currentStreak(tally, today);
  const ended = brokenBy(tally, today) ?? told.ended;
  return { streak, begun: told.begun, carried, ...(ended && { ended }) };
}

function tellDay(before: Telling, day: LocalDay, rules: DayRules): Telling {
  const { tally: covered, carried } = carryTo(before, addDays(day, -1), rules);
  const tally = extendTally(covered, day, rules);
  if (tally.streak > 1) return { ...before, tally, carried };
  const ended = brokenBy(covered, day) ?? before.ended;
  return { tally, begun: day, carried: [], ...(ended && { ended }) };
}

/** Goes over missed days as the tally does, one by one, and notes by what. */
function carryTo(
  { tally: from, carried: before }: Telling,
  until: LocalDay,
  rules: DayRules,
): { readonly tally: Tally; readonly carried: readonly CarriedDay[] } {
  let tally = from;
  const carried = [...before];
  while (tally.coveredTo !== null && tally.coveredTo < until) {
    const day = addDays(tally.coveredTo, 1);
    const next = coverUntil(tally, day, rules);
    if (next.coveredTo !== day) break;
    carried.push({ day, by: rules.isExcused(day) ? 'excused' : 'freeze' });
    tally = next;
  }
  return { tally, carried };
}

function brokenBy({ coveredTo, streak }: Tally, next: LocalDay): StreakStory['ended'] {
  return coveredTo === null || next - coveredTo <= 1 ? undefined : { streak, on: addDays(coveredTo, 1) };
}
