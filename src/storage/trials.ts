/** Trials: one row for each member and course, whoever comes back. What was said in them is in `trial-steps.ts`. */

import type { AccountId, CourseId, MemberId, RoomId, TrialId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { TrialOutcome, TrialState } from '../domain/trial.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Trial {
  readonly id: TrialId;
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  /** Where they joined last. */
  readonly roomId: RoomId;
  readonly beganAt: number;
  readonly beganDay: LocalDay;
  readonly round: number;
  readonly roundAt: number;
  /** Day 1 of this round, and how many days it has. */
  readonly firstDay: LocalDay;
  readonly days: number;
  readonly state: TrialState;
  readonly outcome: TrialOutcome | null;
}

export const TRIAL_COLUMNS = [
  'trial.id',
  'trial.member_id as memberId',
  'trial.course_id as courseId',
  'trial.room_id as roomId',
  'trial.began_at as beganAt',
  'trial.began_day as beganDay',
  'trial.round',
  'trial.round_at as roundAt',
  'trial.first_day as firstDay',
  'trial.days',
  'trial.state',
  'trial.outcome',
] as const;

export interface TrialKey {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly courseId: CourseId;
}

export async function findTrial(tx: Tx, { accountId, memberId, courseId }: TrialKey): Promise<Trial | undefined> {
  return tx
    .selectFrom('trial')
    .select(TRIAL_COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .where('course_id', '=', courseId)
    .executeTakeFirst();
}

/** The latest one that the member began, in any course. */
export async function findLatestTrial(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<Trial | undefined> {
  return tx
    .selectFrom('trial')
    .select(TRIAL_COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .orderBy('round_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Held until the transaction ends. */
export async function lockTrial(tx: Tx, id: TrialId): Promise<Trial> {
  return lockRows(tx, tx.selectFrom('trial').select(TRIAL_COLUMNS).where('id', '=', id)).executeTakeFirstOrThrow();
}

/** One that was begun by mistake. */
export async function deleteNewTrial(tx: Tx, id: TrialId): Promise<void> {
  await tx.deleteFrom('trial_step').where('trial_id', '=', id).execute();
  await tx.deleteFrom('trial').where('id', '=', id).execute();
}

/** Where it runs from now on. */
export async function saveTrialRoom(tx: Tx, id: TrialId, roomId: RoomId): Promise<void> {
  await tx.updateTable('trial').set({ room_id: roomId }).where('id', '=', id).execute();
}

export async function saveTrialDays(tx: Tx, id: TrialId, days: number): Promise<void> {
  const running = { state: 'running', outcome: null, ended_at: null } as const;
  await tx
    .updateTable('trial')
    .set({ ...running, days })
    .where('id', '=', id)
    .execute();
}

export interface TrialRound {
  readonly roomId: RoomId;
  readonly round: number;
  readonly at: number;
  readonly firstDay: LocalDay;
  readonly days: number;
}

export async function saveTrialRound(tx: Tx, id: TrialId, { roomId, round, at, firstDay, days }: TrialRound) {
  const running = { state: 'running', outcome: null, ended_at: null } as const;
  const values = { room_id: roomId, round, round_at: at, first_day: firstDay, days, ...running };
  await tx.updateTable('trial').set(values).where('id', '=', id).execute();
}

export async function markTrialHanded(tx: Tx, id: TrialId): Promise<void> {
  await tx.updateTable('trial').set({ state: 'handed' }).where('id', '=', id).execute();
}

export async function markTrialOver(tx: Tx, id: TrialId, outcome: TrialOutcome, now: number): Promise<void> {
  await tx.updateTable('trial').set({ state: 'over', outcome, ended_at: now }).where('id', '=', id).execute();
}
