/** A check-in as its member is told of it. */

import type { CheckInId, MemberId } from './ids.js';
import type { LocalDay } from './local-day.js';

/** One check-in, as it is told. `added` is false for a second one of the day. */
export interface Acknowledged {
  /** Absent for what no row of its own tells too. */
  readonly id?: CheckInId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly day: LocalDay;
  readonly added: boolean;
  readonly points: number;
  readonly streak: number;
  readonly total: number;
  readonly milestone?: number;
  /** By what its points were multiplied. */
  readonly factor?: number;
  /** How the streak went over the days that were missed before it. */
  readonly kept?: Kept;
  readonly mayMove: boolean;
}

/** What a member hears with the check-in that follows days without one. */
export interface Kept {
  readonly freezes: number;
  readonly leave: number;
  readonly protectedDays: number;
}
