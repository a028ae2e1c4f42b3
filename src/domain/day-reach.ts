/** Which days staff may correct, protect or let pay more. */

import { accept, type Decision, refuse } from './decision.js';
import type { LocalDay } from './local-day.js';

/** As long as the words of a check-in are kept. */
const CORRECTED_BACK = 90;
const PROTECTED_REACH = 30;
const POINTS_AHEAD = 60;

export function decideCorrection(day: LocalDay, today: LocalDay): Decision<LocalDay> {
  if (day > today) return refuse({ code: 'correction.future' });
  return today - day > CORRECTED_BACK ? refuse({ code: 'correction.too_far', days: CORRECTED_BACK }) : accept(day);
}

export function decideProtection(day: LocalDay, today: LocalDay): Decision<LocalDay> {
  const isNear = Math.abs(day - today) <= PROTECTED_REACH;
  return isNear ? accept(day) : refuse({ code: 'protection.too_far', days: PROTECTED_REACH });
}

/** What a day pays is known before anybody has checked in on it. */
export function decidePointsDay(
  day: LocalDay,
  { today, hasBegun }: { readonly today: LocalDay; readonly hasBegun: boolean },
): Decision<LocalDay> {
  if (day < today) return refuse({ code: 'points_day.past' });
  if (day === today && hasBegun) return refuse({ code: 'points_day.begun' });
  return day - today > POINTS_AHEAD ? refuse({ code: 'points_day.too_far', days: POINTS_AHEAD }) : accept(day);
}
