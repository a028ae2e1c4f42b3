/**
 * Camps: a room's run from a first to a last day, and how many days of check-in it takes to finish it.
 *
 * Whoever comes late has fewer days and so has to do fewer, in proportion; whoever leaves before the end does not finish,
 * unless he comes back in time. Days on leave are days like any other: they are what the slack is for.
 */

import { accept, type Decision, refuse } from './decision.js';
import type { LocalDay } from './local-day.js';

export interface Camp {
  readonly firstDay: LocalDay;
  readonly lastDay: LocalDay;
  /** Days of check-in for those who are there from the first day on. */
  readonly required: number;
  /** The last day, where it was ended before `lastDay`; that day still counts. */
  readonly endedDay: LocalDay | null;
}

/** Somebody who was in the room during the camp. */
export interface Participation {
  /** The first day in the room, which may lie before the camp. */
  readonly joinedDay: LocalDay;
  /** Set for those who left before the end and did not come back. */
  readonly leftDay: LocalDay | null;
}

/** When somebody came into the room the last time, and left it; null for those who are there. */
export interface Presence {
  readonly joinedDay: LocalDay;
  readonly leftDay: LocalDay | null;
}

export const LONGEST_CAMP = 180;
/** 09:00: the day after the last, when nothing more can be put to it by its members. */
export const CLOSING_MINUTE = 9 * 60;

export function decideCamp(camp: Omit<Camp, 'endedDay'>, today: LocalDay): Decision<Camp> {
  const days = camp.lastDay - camp.firstDay + 1;
  if (days < 2 || days > LONGEST_CAMP) return refuse({ code: 'camp.bad_span', max: LONGEST_CAMP });
  if (camp.lastDay < today) return refuse({ code: 'camp.over' });
  if (camp.required < 1 || camp.required > days) return refuse({ code: 'camp.bad_required', days });
  return accept({ ...camp, endedDay: null });
}

export function finalDay({ lastDay, endedDay }: Camp): LocalDay {
  return endedDay ?? lastDay;
}

export function isOver(camp: Camp, today: LocalDay): boolean {
  return today > finalDay(camp);
}

/** The part that somebody has in the camp; undefined for none. `known`: as it was known before. */
export function participationOf(camp: Camp, now: Presence, known?: Participation): Participation | undefined {
  const end = finalDay(camp);
  if (!known) return wasThere(camp, now) ? { ...now, leftDay: leftBy(end, now) } : undefined;
  const joinedDay = known.joinedDay < now.joinedDay ? known.joinedDay : now.joinedDay;
  // Who came back after the end only stays what he was.
  return { joinedDay, leftDay: now.joinedDay > end ? known.leftDay : leftBy(end, now) };
}

function wasThere(camp: Camp, { joinedDay, leftDay }: Presence): boolean {
  return joinedDay <= finalDay(camp) && (leftDay === null || leftDay >= camp.firstDay);
}

function leftBy(end: LocalDay, { leftDay }: Presence): LocalDay | null {
  return leftDay !== null && leftDay <= end ? leftDay : null;
}

/**
 * `done`: the days it takes are there. `on-track`: they can be had. `at-risk`: they can, if at most one more day is missed.
 * `out-of-reach`: they cannot. `left`: gone before the end.
 */
export type CampState = 'done' | 'on-track' | 'at-risk' | 'out-of-reach' | 'left';

export interface Progress {
  /** The first day that counts for this member. */
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly days: number;
  /** Days of check-in that it takes this member. */
  readonly needed: number;
  /** Days that are still to come, today among them unless it is done. */
  readonly left: number;
  readonly state: CampState;
}

/** `checkIns`: the member's days of check-in, in any order, others included. */
export function progressOf(
  camp: Camp,
  { joinedDay, leftDay }: Participation,
  checkIns: readonly LocalDay[],
  today: LocalDay,
): Progress {
  const to = finalDay(camp);
  const from = joinedDay > camp.firstDay ? joinedDay : camp.firstDay;
  const own = to - from + 1;
  const counted = checkIns.filter((day) => day >= from && day <= to);
  const needed = Math.max(1, Math.ceil((camp.required * own) / (camp.lastDay - camp.firstDay + 1)));
  const next = counted.includes(today) ? today + 1 : Math.max(today, from);
  const left = Math.max(0, to - next + 1);
  const figures = { needed, left, days: counted.length, missed: own - left - counted.length };
  return { from, to, days: counted.length, needed, left, state: leftDay === null ? stateOf(figures) : 'left' };
}

interface Figures extends Pick<Progress, 'needed' | 'left' | 'days'> {
  /** Days that have passed without a check-in. */
  readonly missed: number;
}

function stateOf({ needed, left, days, missed }: Figures): CampState {
  const slack = left - (needed - days);
  if (days >= needed) return 'done';
  if (slack < 0) return 'out-of-reach';
  return slack <= 1 && missed > 0 ? 'at-risk' : 'on-track';
}
