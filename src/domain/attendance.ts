/**
 * Who was expected to check in on a room's day, who did, and whose check-in is still open.
 *
 * The one definition behind the review, the outlook and the roll; `storage/turnout` counts by it. Expected are the people who are in the room now and
 * are neither staff there nor on leave, and such as checked in all the same. Done are those of them with a check-in of that day, so
 * nobody who has left counts on either side, and done + open = expected.
 */

import type { MemberId } from './ids.js';
import type { LocalDay } from './local-day.js';

export interface DayMark {
  readonly at: number;
  readonly content: string;
}

/** A person who is in the room, with the check-in of the day in question. */
export interface Attendee {
  readonly memberId: MemberId;
  readonly name: string;
  readonly isStaff: boolean;
  readonly onBoard: boolean;
  readonly firstDay: LocalDay | null;
  readonly lastDay: LocalDay | null;
  /** The run that ends on `lastDay`. */
  readonly streak: number;
  readonly isOnLeave: boolean;
  readonly checkIn: DayMark | undefined;
}

export interface Done extends Omit<Attendee, 'isOnLeave'> {
  readonly checkIn: DayMark;
}

export interface Attendance {
  readonly expected: number;
  /** The earliest first. */
  readonly done: readonly Done[];
  readonly open: readonly Attendee[];
  /** Who is not expected, by leave. */
  readonly onLeave: readonly Attendee[];
}

/** What a review tells of an attendance: those still open are only counted. */
export interface Turnout {
  /** The earliest first. */
  readonly done: readonly Done[];
  readonly open: number;
}

export function attendanceOf(people: readonly Attendee[]): Attendance {
  const done = people.filter(hasCheckedIn).toSorted((a, b) => a.checkIn.at - b.checkIn.at || a.memberId - b.memberId);
  const missing = people.filter((one) => !one.isStaff && !hasCheckedIn(one));
  const open = missing.filter((one) => !one.isOnLeave);
  const onLeave = missing.filter((one) => one.isOnLeave);
  return { expected: done.length + open.length, done, open, onLeave };
}

function hasCheckedIn(attendee: Attendee): attendee is Attendee & Done {
  return attendee.checkIn !== undefined;
}
