/**
 * A trial: seven days of a member's own, counted from joining, whatever day of its course the room is on (product rules,
 * section 7). It never begins before the room's course does.
 */

import { addDays, type LocalDay } from './local-day.js';
import type { LocalMinute, LocalMoment } from './local-time.js';

export const TRIAL_DAYS = 7;
/** As often as a person says so. */
export const EXTENSION_DAYS = 3;
/** A first check-in within this time tells who will stay. */
export const FIRST_CHECK_IN_MS = 48 * 3_600_000;
/** Whoever has not checked in by then is told how, once, while it still helps. Before the evening of the first day. */
const GUIDE_AFTER_MS = 20 * 3_600_000;

/** Days of the trial on which going on is offered. */
export const OFFER_DAYS = [5, 6, 7] as const;
export type OfferDay = (typeof OFFER_DAYS)[number];

/** `handed`: its days are over, and a person has to decide. */
export type TrialState = 'running' | 'handed' | 'over';
/**
 * `gone`: had left the room when the days were over. Counted nowhere: `staff`, who was granted a role, and `same`, somebody
 * who turned out to have begun one before.
 */
export type TrialOutcome = 'paid' | 'invited' | 'thanked' | 'stopped' | 'gone' | 'staff' | 'same';
export type TrialStepName = 'guide' | `offer-${OfferDay}`;

/** Day 1: the day of joining if its task was still to come, else the next one; or the day on which the course begins. */
export function firstTrialDay(joined: LocalMoment, taskTime: LocalMinute, courseStart: LocalDay | null): LocalDay {
  const own = joined.minute < taskTime ? joined.day : addDays(joined.day, 1);
  return courseStart !== null && courseStart > own ? courseStart : own;
}

/** 0 before day 1; more than the days of the trial once it is over. */
export function trialDayOn(first: LocalDay, today: LocalDay): number {
  return Math.max(0, today - first + 1);
}

export function lastTrialDay(first: LocalDay, days: number): LocalDay {
  return addDays(first, days - 1);
}

/** Somebody in a trial, in the room where it runs. */
export interface TrialMember {
  readonly firstDay: LocalDay;
  readonly days: number;
  /** When they came; for those who came long before the course, the day before it. */
  readonly since: number;
  readonly hasPaid: boolean;
  readonly checkedIn: boolean;
  /** What was said to them in this round. */
  readonly said: readonly TrialStepName[];
}

/** What there is to say to somebody today; nothing to those who have paid, and nothing twice. */
export function trialStepFor(member: TrialMember, today: LocalDay, now: number): TrialStepName | undefined {
  if (member.hasPaid) return undefined;
  const day = trialDayOn(member.firstDay, today);
  if (day === 0 || day > member.days) return undefined;
  const offer = OFFER_DAYS.find((one) => one === day);
  if (offer !== undefined) return unsaid(member, `offer-${offer}`);
  return wantsGuidance(member, now) ? unsaid(member, 'guide') : undefined;
}

function unsaid({ said }: TrialMember, step: TrialStepName): TrialStepName | undefined {
  return said.includes(step) ? undefined : step;
}

/** Nearly a day is past without a check-in, and there is still time for one. */
function wantsGuidance({ checkedIn, since }: TrialMember, now: number): boolean {
  const waited = now - since;
  return !checkedIn && waited >= GUIDE_AFTER_MS && waited < FIRST_CHECK_IN_MS;
}

export type TrialProposal = 'extend' | 'invite' | 'thank';

/** Days of check-in from which somebody was there on most days of a trial. */
export const MOST_TRIAL_DAYS = 4;

/** Who was there on most days is invited, who began gets more time, who never came is thanked. */
export function proposalFor(checkIns: number): TrialProposal {
  if (checkIns >= MOST_TRIAL_DAYS) return 'invite';
  return checkIns > 0 ? 'extend' : 'thank';
}

/** Members who joined longer ago than a trial lasts have none: they were there before trials were kept. */
export function isNewcomer(joinedAt: number, now: number): boolean {
  return now - joinedAt < TRIAL_DAYS * 86_400_000;
}
