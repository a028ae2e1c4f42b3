/** Trials as others meet them: begun when somebody comes, asked for by whoever tells a member of their day, over when they pay. */

import type { CourseId, MemberId, TrialId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localMomentOf } from '../domain/local-time.js';
import { firstTrialDay, TRIAL_DAYS, trialDayOn } from '../domain/trial.js';
import type { Tx } from '../storage/database.js';
import { appendTrials } from '../storage/new-trials.js';
import type { Room } from '../storage/rooms.js';
import { findTrial } from '../storage/trials.js';
import { closeTodo } from './todo.js';
import type { Work } from './work.js';

/** The to-do of a trial whose days are over. */
export const TRIAL_OVER = 'trial-over';

/** The to-do of somebody who came back after theirs was over. */
export const TRIAL_RETURN = 'trial-return';
/** The to-do of somebody who wishes to go on with a course. */
export const COURSE_WISH = 'course-wish';

/** Null for a course that nobody knows. */
export function wishRef(memberId: MemberId, courseId: CourseId | null): string {
  return courseId === null ? `member:${memberId}` : `member:${memberId}/course:${courseId}`;
}

export function trialRef(id: TrialId): string {
  return `trial:${id}`;
}

export interface Joining {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  /** When they came. */
  readonly at: number;
}

/** Resolves to the new ones: whoever has or had one in the course begins no other. */
export async function beginTrials(tx: Tx, room: Room, joinings: readonly Joining[]): Promise<TrialId[]> {
  const { id: roomId, accountId, startDay, settings } = room;
  const trials = joinings.map(({ memberId, courseId, at }) => {
    const joined = localMomentOf(at, settings.zone);
    const firstDay = firstTrialDay(joined, settings.taskTime, startDay);
    return { accountId, memberId, courseId, roomId, at, day: joined.day, firstDay, days: TRIAL_DAYS };
  });
  return appendTrials(tx, trials);
}

export interface OwnTrialDay {
  /** 0 before the first one. */
  readonly day: number;
  readonly days: number;
}

/** The member's own day in the room's trial; undefined where none runs there for them. */
export async function findOwnTrialDay(
  tx: Tx,
  { id, accountId, kind, courseId }: Room,
  memberId: MemberId,
  today: LocalDay,
): Promise<OwnTrialDay | undefined> {
  if (kind !== 'trial' || courseId === null) return undefined;
  const trial = await findTrial(tx, { accountId, memberId, courseId });
  if (trial?.state !== 'running' || trial.roomId !== id) return undefined;
  const day = trialDayOn(trial.firstDay, today);
  return day > trial.days ? undefined : { day, days: trial.days };
}

/** In the transaction in which somebody pays: nobody is asked any more what is to become of their trial, or to speak with them. */
export async function settleTrial(work: Work, { memberId, courseId }: Omit<Joining, 'at'>): Promise<void> {
  const trial = await findTrial(work.tx, { accountId: work.account.id, memberId, courseId });
  for (const wished of [courseId, null]) await closeTodo(work, COURSE_WISH, wishRef(memberId, wished));
  if (trial?.state === 'handed') await closeTodo(work, TRIAL_OVER, trialRef(trial.id));
}
