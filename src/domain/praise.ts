/**
 * What a review may praise: facts of the day and nothing else, about people who are on the board.
 *
 * No fact compares (`the first`, `the most`): somebody who may not be named could have been before.
 */

import type { Done } from './attendance.js';
import type { LocalDay } from './local-day.js';
import { localMomentOf, type LocalMinute } from './local-time.js';
import { MILESTONE_DAYS } from './points.js';

export type Praise =
  | { readonly kind: 'first-time'; readonly names: readonly string[]; readonly people: number }
  | { readonly kind: 'streak'; readonly names: readonly string[]; readonly days: number }
  | { readonly kind: 'early'; readonly names: readonly string[]; readonly minute: LocalMinute }
  | { readonly kind: 'long'; readonly names: readonly string[]; readonly length: number }
  | { readonly kind: 'present'; readonly names: readonly string[] };

export interface Milestone {
  readonly name: string;
  readonly days: number;
}

const MOST_NAMED = 2;
const MOST_MILESTONES = 5;
const STREAK_WORTH_NAMING = 4;
const LENGTH_WORTH_NAMING = 15;
/** An hour that one may call early: 04:00 to 09:00. */
const EARLY = { from: 4 * 60, until: 9 * 60 } as const;

/** The fact whose turn it is; undefined when nobody may be named. */
export function praiseOf(done: readonly Done[], day: LocalDay, zone: string): Praise | undefined {
  const named = done.filter((one) => one.onBoard);
  const facts = [firstTime(named, day), streak(named, day), early(named, day, zone), long(named)].filter(
    (fact) => fact !== undefined,
  );
  const fact = facts[day % Math.max(1, facts.length)];
  return fact ?? (named.length > 0 ? { kind: 'present', names: namesOf(named) } : undefined);
}

/** Milestones that were reached on the day, the longest first, and how many people reached one, named or not. */
export function milestonesOf(
  done: readonly Done[],
  day: LocalDay,
): { readonly named: readonly Milestone[]; readonly people: number } {
  const reached = done.filter((one) => isMilestone(one, day));
  const named = reached.filter((one) => one.onBoard).toSorted((a, b) => b.streak - a.streak);
  return {
    named: named.slice(0, MOST_MILESTONES).map(({ name, streak: days }) => ({ name, days })),
    people: reached.length,
  };
}

function isMilestone({ lastDay, streak: days }: Done, day: LocalDay): boolean {
  return lastDay === day && MILESTONE_DAYS.includes(days);
}

function firstTime(named: readonly Done[], day: LocalDay): Praise | undefined {
  const people = named.filter((one) => one.firstDay === day);
  return people.length > 0 ? { kind: 'first-time', names: namesOf(people), people: people.length } : undefined;
}

/** Those at a milestone have a line of their own. */
function streak(named: readonly Done[], day: LocalDay): Praise | undefined {
  const running = named.filter((one) => one.lastDay === day && !isMilestone(one, day));
  const days = Math.max(0, ...running.map((one) => one.streak));
  if (days < STREAK_WORTH_NAMING) return undefined;
  return { kind: 'streak', names: namesOf(running.filter((one) => one.streak === days)), days };
}

function early(named: readonly Done[], day: LocalDay, zone: string): Praise | undefined {
  for (const one of named) {
    const moment = localMomentOf(one.checkIn.at, zone);
    if (moment.day !== day || moment.minute < EARLY.from || moment.minute >= EARLY.until) continue;
    return { kind: 'early', names: [one.name], minute: moment.minute };
  }
  return undefined;
}

function long(named: readonly Done[]): Praise | undefined {
  const [most] = named.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (most === undefined || lengthOf(most) < LENGTH_WORTH_NAMING) return undefined;
  return { kind: 'long', names: [most.name], length: lengthOf(most) };
}

function lengthOf({ checkIn }: Done): number {
  return [...checkIn.content].length;
}

function namesOf(people: readonly Done[]): readonly string[] {
  return people.slice(0, MOST_NAMED).map((one) => one.name);
}
