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

/** Seven in a row earn a freeze, two are the most, and each goes over one missed day. */
const FREEZE_EVERY = 7;
const MOST_FREEZES = 2;

function count(days: readonly number[]) {
  const run = { streak: 0, best: 0, points: 0, freezes: 0 };
  for (const [index, day] of days.entries()) {
    const missed = index === 0 ? 0 : day - (days[index - 1] ?? day) - 1;
    const spent = Math.min(missed, run.freezes);
    run.freezes -= spent;
    run.streak = spent === missed ? run.streak + 1 : 1;
    run.best = Math.max(run.best, run.streak);
    run.points += 10 + (BONUS[run.streak] ?? 0);
    if (run.streak % FREEZE_EVERY === 0) run.freezes = Math.min(MOST_FREEZES, run.freezes + 1);
  }
  return { days, streak: run.streak, best: run.best, points: run.points };
}
