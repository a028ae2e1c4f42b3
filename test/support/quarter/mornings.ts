/**
 * What the bot looks at once a day, at half past nine of each room, in the same order in the books: ends of cards, rules of
 * tags, the ladder, classes. Where it was away then, it looks when it is back.
 */

import { dayAt, instantAt } from './calendar.js';
import { classAll } from './classes.js';
import { noteRule } from './labels.js';
import { judgeAll } from './promotions.js';
import type { Habit, Quarter } from './quarter.js';
import type { Place } from './town.js';

const HALF_PAST_NINE = 9 * 60 + 30;

/** A little after; in rooms whose clocks are behind, later than in the others. */
export const mornings: Habit = {
  minutes: [HALF_PAST_NINE + 10, 12 * 60 + 5],
  act: (quarter) => lookAtAll(quarter, (place) => isMorningOf(place, quarter.minute)),
};

function isMorningOf({ behind }: Place, minute: number): boolean {
  const since = minute - behind - HALF_PAST_NINE;
  return since >= 0 && since < 60;
}

/** Whether the hour has come between two instants of a day. */
export function isMissed({ behind }: Place, since: number, now: number): boolean {
  const hour = instantAt(dayAt(now), HALF_PAST_NINE + behind);
  return since < hour && hour <= now;
}

export function lookAtAll(quarter: Quarter, isDue: (place: Place) => boolean = () => true): void {
  const rooms = quarter.town.courses.flatMap(({ trials, paid }) => [...trials, paid]);
  const due = [quarter.town.coreRoom, ...rooms].filter(isDue);
  if (due.length === 0) return;
  quarter.moves.lapse(quarter, due);
  quarter.moves.tick(quarter);
  noteRule(quarter, due);
  judgeAll(quarter, due);
  classAll(quarter, due);
}
