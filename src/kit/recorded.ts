/** What became of a check-in, for those who tell of it. */

import { addDays, type LocalDay } from '../domain/local-day.js';
import type { StandingOnDay } from '../storage/standing-on-day.js';
import type { Standing } from '../storage/standings.js';

export interface Recorded {
  /** False for a second check-in of the day, which changes nothing. */
  readonly added: boolean;
  /** True when it is the end of the member's history now. */
  readonly isLatest: boolean;
  readonly standing: Standing;
  /** Points that this check-in brought, milestones included. */
  readonly points: number;
  /** The length of streak whose bonus was paid, if one was. */
  readonly milestone?: number;
  /** The missed days before it that the streak went over; absent when there were none. */
  readonly bridged?: Bridged;
  /** By what its points were multiplied; absent for a day like any other. */
  readonly factor?: number;
  /** The day had been brought along from another room, and its bonus with it. */
  readonly brought?: true;
}

/** Days, both included. */
export interface Bridged {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

interface Outcome {
  readonly day: LocalDay;
  readonly isLatest: boolean;
  readonly milestone?: number | undefined;
}

export function recorded(
  { lastDay, balance, pointsFactor }: StandingOnDay,
  standing: Standing,
  { day, isLatest, milestone }: Outcome,
): Recorded {
  const bridged = isLatest && standing.streak > 1 ? missedBetween(lastDay, day) : undefined;
  return {
    added: true,
    isLatest,
    standing,
    points: standing.balance - balance,
    ...(milestone !== undefined && { milestone }),
    ...(pointsFactor !== null && { factor: pointsFactor }),
    ...(bridged && { bridged }),
    // The room's own check-in of that day would have been a second one.
    ...(lastDay === day && { brought: true }),
  };
}

/** None where the streak began anew, or nothing was missed. */
function missedBetween(last: LocalDay | null, day: LocalDay): Bridged | undefined {
  return last === null || day - last <= 1 ? undefined : { from: addDays(last, 1), to: addDays(day, -1) };
}
