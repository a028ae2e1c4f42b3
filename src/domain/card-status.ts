/** How a card stands on a day: running, frozen, in grace or over; how many days are left, and when they are brought to mind. */

import type { LocalDay } from './local-day.js';
import type { Coverage } from './member-card.js';

export type CardStatus = 'active' | 'frozen' | 'grace' | 'expired';

/** How a coverage stands on `today`; in the `grace` days after its end nobody is asked to go yet. */
export function statusOn({ through, frozenOn }: Coverage, today: LocalDay, grace: number): CardStatus {
  if (frozenOn !== null) return 'frozen';
  if (through === null || today <= through) return 'active';
  return today - through <= grace ? 'grace' : 'expired';
}

/** Whether its last day lies before that day; a frozen one is not over. */
export function isOver({ through, frozenOn }: Coverage, day: LocalDay): boolean {
  return frozenOn === null && through !== null && through < day;
}

/** How many days are left, today included; 0 or less where it is over, null for life and while frozen. */
export function daysLeft({ through, frozenOn }: Coverage, today: LocalDay): number | null {
  return through === null || frozenOn !== null ? null : through - today + 1;
}

/** `week`: seven days before the end, `eve`: the day before, `after`: three days after it. */
export type Reminder = 'week' | 'eve' | 'after';

/** Days until the end, on which it is due, and until which it is caught up on after a day that was missed. */
const REMINDERS: ReadonlyArray<{ readonly reminder: Reminder; readonly due: number; readonly until: number }> = [
  { reminder: 'week', due: 7, until: 5 },
  { reminder: 'eve', due: 1, until: 1 },
  { reminder: 'after', due: -3, until: -5 },
];
/** A card of a week or a day needs no reminder on the day after it was bought. */
const SHORTEST_FOR_WEEK = 14;
const SHORTEST_FOR_EVE = 3;

/** The reminder that may be due on `today`; undefined on all other days, for life, and while frozen. */
export function reminderOn({ from, through, frozenOn }: Coverage, today: LocalDay): Reminder | undefined {
  if (through === null || frozenOn !== null) return undefined;
  const left = through - today;
  const reminder = REMINDERS.find(({ due, until }) => left <= due && left >= until)?.reminder;
  const length = through - from + 1;
  const isShort =
    (reminder === 'week' && length < SHORTEST_FOR_WEEK) || (reminder === 'eve' && length < SHORTEST_FOR_EVE);
  return isShort ? undefined : reminder;
}
