/**
 * Make-ups: a check-in for a day that is over, on the member's own word. So many in a calendar month, counted by when they
 * were made, and so far back, as the room's settings say (product rules, section 4).
 */

import { accept, type Decision, refuse } from './decision.js';
import { addDays, dateParts, type LocalDay, localDay } from './local-day.js';
import type { RoomSettings } from './room.js';

/** What a room knows of the member who asks. */
export interface MakeUpState {
  readonly today: LocalDay;
  /** The member's first day in the room. */
  readonly since: LocalDay;
  /** Make-ups of this month. */
  readonly used: number;
  /** Days of the window with a check-in, or that asked for none. */
  readonly settled: ReadonlySet<LocalDay>;
  readonly checkedIn: ReadonlySet<LocalDay>;
}

export type MakeUpLimits = Pick<RoomSettings, 'makeUpQuota' | 'makeUpDays'>;

/** The day that is made up. Without one, yesterday is meant if it is missing. */
export function decideMakeUp(
  wanted: LocalDay | 'future' | null,
  state: MakeUpState,
  limits: MakeUpLimits,
): Decision<LocalDay> {
  if (limits.makeUpQuota === 0) return refuse({ code: 'make_up.not_here' });
  if (wanted === 'future') return refuse({ code: 'make_up.future' });
  const missing = missingDays(state, limits);
  const yesterday = addDays(state.today, -1);
  const day = wanted ?? (missing.includes(yesterday) ? yesterday : undefined);
  if (day === undefined) return refuse({ code: 'make_up.which_day', days: missing });
  const refused = refuseDay(day, state, limits);
  if (refused) return refused;
  const isUsedUp = state.used >= limits.makeUpQuota;
  return isUsedUp ? refuse({ code: 'make_up.used_up', quota: limits.makeUpQuota }) : accept(day);
}

function refuseDay(
  day: LocalDay,
  { today, since, checkedIn }: MakeUpState,
  { makeUpDays }: MakeUpLimits,
): Decision<never> | undefined {
  if (day > today) return refuse({ code: 'make_up.future' });
  if (checkedIn.has(day)) return refuse({ code: 'make_up.taken', day });
  if (day === today) return refuse({ code: 'make_up.today' });
  if (today - day > makeUpDays) return refuse({ code: 'make_up.too_far', days: makeUpDays });
  return day < since ? refuse({ code: 'make_up.before_joining', day }) : undefined;
}

const MOST_LISTED = 7;

/** Days that can be made up, the latest last. */
function missingDays({ today, since, settled }: MakeUpState, { makeUpDays }: MakeUpLimits): LocalDay[] {
  const window = Array.from({ length: makeUpDays }, (_, index) => addDays(today, index - makeUpDays));
  return window.filter((day) => day >= since && !settled.has(day)).slice(-MOST_LISTED);
}

/** The first day of the month that `day` is in. */
export function monthStart(day: LocalDay): LocalDay {
  const { year, month } = dateParts(day);
  return localDay(year, month, 1) ?? day;
}
