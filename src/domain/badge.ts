/**
 * Badges: what a history of check-ins earns beside its points, each once in a room.
 *
 * Which of them somebody deserves is a function of the history, so a corrected history may take one back. Those that
 * figures at hand can tell are looked for at each day's end; the others only where that day may have earned one.
 */

import { dateParts, type LocalDay } from './local-day.js';
import type { LocalMinute } from './local-time.js';

export const RULE_BADGES = [
  'first',
  'week',
  'three-weeks',
  'hundred',
  'thirty-times',
  'early-bird',
  'perfect-month',
  'comeback',
] as const;
export type RuleBadge = (typeof RULE_BADGES)[number];

/** From 04:00, since whoever is still up has not got up early. */
const EARLY = { from: 4 * 60, until: 7 * 60 } as const;
const EARLY_TIMES = 5;
/** Whole days without a check-in before it. */
const AWAY_DAYS = 14;

/** By the longest streak, and by all check-ins. */
const STREAKS: Readonly<Partial<Record<RuleBadge, number>>> = { week: 7, 'three-weeks': 21, hundred: 100 };
const TOTALS: Readonly<Partial<Record<RuleBadge, number>>> = { first: 1, 'thirty-times': 30 };

export interface Totals {
  readonly best: number;
  readonly total: number;
}

export function isRuleBadge(badge: string): badge is RuleBadge {
  return RULE_BADGES.some((one) => one === badge);
}

/** What the figures of a membership alone earn. */
export function badgesByFigures({ best, total }: Totals): readonly RuleBadge[] {
  return RULE_BADGES.filter((badge) => {
    const [streak, times] = [STREAKS[badge], TOTALS[badge]];
    return (streak !== undefined && best >= streak) || (times !== undefined && total >= times);
  });
}

export interface DayOfCheckIn {
  readonly day: LocalDay;
  /** On the clock of the room; undefined for a check-in that was not made on that day. */
  readonly minute: LocalMinute | undefined;
}

/** A member's last check-in, as a day's end sees it. */
export interface LastCheckIn extends Totals, DayOfCheckIn {
  /** Of the check-in before it; null for the first. */
  readonly previousDay: LocalDay | null;
}

/** Which badges, that only the history can tell, this check-in may have completed. */
export function badgesToLookInto({ day, minute, best, previousDay }: LastCheckIn): readonly RuleBadge[] {
  const may: RuleBadge[] = [];
  if (isEarly(minute)) may.push('early-bird');
  if (isLastOfMonth(day) && best >= dateParts(day).dayOfMonth) may.push('perfect-month');
  if (previousDay !== null && day - previousDay > AWAY_DAYS) may.push('comeback');
  return may;
}

/** All that a history deserves, its figures included. `history`: oldest first. */
export function badgesOf(history: readonly DayOfCheckIn[], totals: Totals): readonly RuleBadge[] {
  const deserved = new Set<RuleBadge>(badgesByFigures(totals));
  if (history.filter(({ minute }) => isEarly(minute)).length >= EARLY_TIMES) deserved.add('early-bird');
  if (hasPerfectMonth(history)) deserved.add('perfect-month');
  if (history.some(({ day }, index) => day - (history[index - 1]?.day ?? day) > AWAY_DAYS)) deserved.add('comeback');
  return RULE_BADGES.filter((badge) => deserved.has(badge));
}

function isEarly(minute: LocalMinute | undefined): boolean {
  return minute !== undefined && minute >= EARLY.from && minute < EARLY.until;
}

function isLastOfMonth(day: LocalDay): boolean {
  return dateParts((day + 1) as LocalDay).dayOfMonth === 1;
}

/** A check-in on each single day of a calendar month: what leave or a freeze goes over is not among them. */
function hasPerfectMonth(history: readonly DayOfCheckIn[]): boolean {
  const days = new Set<number>(history.map(({ day }) => day));
  return history.some(({ day }) => {
    const { dayOfMonth } = dateParts(day);
    return (
      isLastOfMonth(day) && Array.from({ length: dayOfMonth }, (_, back) => day - back).every((one) => days.has(one))
    );
  });
}
