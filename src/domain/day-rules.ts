/**
 * What single days mean for a member's figures: which of them ask for nothing, what earns a freeze, what pays more.
 *
 * All of it has a history, so that a rule of today never changes what was earned before.
 */

import type { LocalDay } from './local-day.js';

export interface DayRules {
  /** On leave, or protected: the streak goes over it without growing. */
  isExcused(day: LocalDay): boolean;
  /** How many days in a row earn a freeze on that day; 0 for none. */
  freezeEvery(day: LocalDay): number;
  /** By what the points of that day's check-in are multiplied. */
  pointsFactor(day: LocalDay): number;
  /** The last day that is over in the room: what was missed until then was missed. Null before the first. */
  readonly closedThrough: LocalDay | null;
}

/** Days that are like any other, in a room without freezes that closes none. */
export const PLAIN_DAYS: DayRules = {
  isExcused: () => false,
  freezeEvery: () => 0,
  pointsFactor: () => 1,
  closedThrough: null,
};

/** A rule that holds from its day on, until the next one. */
export interface FreezeRule {
  readonly fromDay: LocalDay;
  readonly every: number;
}

export interface PointsDay {
  readonly day: LocalDay;
  readonly factor: number;
}

export interface DayFacts {
  readonly leave: readonly LocalDay[];
  readonly protectedDays: readonly LocalDay[];
  /** The earliest first. */
  readonly freezeRules: readonly FreezeRule[];
  readonly pointsDays: readonly PointsDay[];
  readonly closedThrough: LocalDay | null;
}

export function dayRulesOf({ leave, protectedDays, freezeRules, pointsDays, closedThrough }: DayFacts): DayRules {
  const excused = new Set([...leave, ...protectedDays]);
  const factors = new Map(pointsDays.map(({ day, factor }) => [day, factor]));
  return {
    isExcused: (day) => excused.has(day),
    freezeEvery: (day) => freezeRules.findLast(({ fromDay }) => fromDay <= day)?.every ?? 0,
    pointsFactor: (day) => factors.get(day) ?? 1,
    closedThrough,
  };
}
