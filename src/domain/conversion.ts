/**
 * How many of those who began a trial checked in, finished and paid: by the week in which they began and by where they came
 * from. Everybody is in one week and in one source, so either list adds up to the total (product rules, sections 7 and 10).
 */

import { addDays, type LocalDay, weekdayOf } from './local-day.js';
import { MOST_TRIAL_DAYS, TRIAL_DAYS } from './trial.js';

/** A payment this long after the beginning still counts. */
export const PAID_WITHIN_DAYS = 30;
/** Of fewer people no share is told. */
export const SMALLEST_SAMPLE = 30;

/** What is known of one who began. */
export interface TrialFacts {
  readonly beganDay: LocalDay;
  /** Day 1 of the first round. */
  readonly startDay: LocalDay;
  readonly source: string;
  /** Within 48 hours of joining. */
  readonly checkedIn: boolean;
  /** Days of check-in among the first seven. */
  readonly days: number;
  readonly paid: boolean;
}

export interface ConversionCount {
  readonly started: number;
  readonly checkedIn: number;
  readonly finished: number;
  readonly paid: number;
}

export interface Conversion {
  readonly total: ConversionCount;
  /** By the Monday of the week, the first one first. */
  readonly weeks: ReadonlyArray<readonly [LocalDay, ConversionCount]>;
  /** By the key of the source, the one with most people first. */
  readonly sources: ReadonlyArray<readonly [string, ConversionCount]>;
}

export function conversionOf(facts: readonly TrialFacts[], today: LocalDay): Conversion {
  const weeks = groupBy(facts, ({ beganDay }) => mondayOf(beganDay));
  const sources = groupBy(facts, ({ source }) => source);
  return {
    total: countAll(facts, today),
    weeks: [...weeks].sort(([a], [b]) => a - b).map(([week, some]) => [week, countAll(some, today)]),
    sources: [...sources]
      .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
      .map(([source, some]) => [source, countAll(some, today)]),
  };
}

export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, 1 - weekdayOf(day));
}

/** Whether all who began in the week have had their time to pay. */
export function isMature(monday: LocalDay, today: LocalDay): boolean {
  return today > addDays(monday, 6 + PAID_WITHIN_DAYS);
}

function countAll(facts: readonly TrialFacts[], today: LocalDay): ConversionCount {
  return {
    started: facts.length,
    checkedIn: facts.filter(({ checkedIn }) => checkedIn).length,
    finished: facts.filter((one) => hasFinished(one, today)).length,
    paid: facts.filter(({ paid }) => paid).length,
  };
}

/** Day 7 has come, and they checked in on most of the seven. */
function hasFinished({ startDay, days }: TrialFacts, today: LocalDay): boolean {
  return today >= addDays(startDay, TRIAL_DAYS - 1) && days >= MOST_TRIAL_DAYS;
}

export function sumCounts(counts: readonly ConversionCount[]): ConversionCount {
  const sum = (of: keyof ConversionCount): number => counts.reduce((total, count) => total + count[of], 0);
  return { started: sum('started'), checkedIn: sum('checkedIn'), finished: sum('finished'), paid: sum('paid') };
}

function groupBy<K>(facts: readonly TrialFacts[], keyOf: (one: TrialFacts) => K): Map<K, TrialFacts[]> {
  const groups = new Map<K, TrialFacts[]>();
  for (const one of facts) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
