/** What was typed, counted by hand: a set of dates a person and room, walked over with temporal. Shares nothing with the bot. */

import { Temporal } from 'temporal-polyfill';

/** What each length of a run brings beyond ten points a day, as the rules say. */
const BONUS: Readonly<Record<number, number>> = { 3: 5, 7: 20, 14: 30, 21: 50, 30: 80, 60: 150, 100: 300 };

export interface CountedStanding {
  readonly topic: string;
  readonly name: string;
  /** Days since 1970, oldest first. */
  readonly days: readonly number[];
  readonly streak: number;
  readonly best: number;
  readonly points: number;
}

export class TypedCheckIns {
  readonly #days = new Map<string, Map<string, Set<number>>>();

  note(room: { readonly topic: string; readonly zone: string }, name: string, at: number): void {
    const people = this.#days.get(room.topic) ?? new Map<string, Set<number>>();
    const days = people.get(name) ?? new Set<number>();
    this.#days.set(room.topic, people.set(name, days.add(dayIn(room.zone, at))));
  }

  standings(): CountedStanding[] {
    return [...this.#days].flatMap(([topic, people]) =>
      [...people].map(([name, days]) => ({ topic, name, ...count([...days].toSorted((a, b) => a - b)) })),
    );
  }
}

export function dayIn(zone: string, at: number): number {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days;
}

function count(days: readonly number[]) {
  const runs: number[] = [];
  for (const [index, day] of days.entries()) {
    if (index > 0 && days[index - 1] === day - 1) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
  }
  const points = runs.reduce((sum, length) => sum + pointsOf(length), 0);
  return { days, streak: runs.at(-1) ?? 0, best: Math.max(0, ...runs), points };
}

function pointsOf(length: number): number {
  const reached = Object.entries(BONUS).filter(([days]) => Number(days) <= length);
  return 10 * length + reached.reduce((sum, [, bonus]) => sum + bonus, 0);
}
