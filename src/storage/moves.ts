/** Moves: one row each, kept after the end. Whoever takes one a step further holds its row until the transaction ends. */

import { sql } from 'kysely';
import type { AccountId, CourseId, MemberId, MoveId, OrderId, RoomId } from '../domain/ids.js';
import type { MoveCause, MoveState, MoveWay } from '../domain/move.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface MoveKey {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly courseId: CourseId;
}

export interface Move extends MoveKey {
  readonly id: MoveId;
  readonly way: MoveWay;
  readonly cause: MoveCause;
  readonly orderId: OrderId | null;
  readonly fromRoomId: RoomId | null;
  readonly toRoomId: RoomId | null;
  readonly state: MoveState;
  readonly begunAt: number;
  readonly endedAt: number | null;
  readonly endedBy: MemberId | null;
}

export const MOVE_COLUMNS = [
  'move.id',
  'move.account_id as accountId',
  'move.member_id as memberId',
  'move.course_id as courseId',
  'move.way',
  'move.cause',
  'move.order_id as orderId',
  'move.from_room_id as fromRoomId',
  'move.to_room_id as toRoomId',
  'move.state',
  'move.begun_at as begunAt',
  'move.ended_at as endedAt',
  'move.ended_by as endedBy',
] as const;

/** Written out: the index over running moves serves no query that binds the state. */
export const RUNNING = sql.lit<'running'>('running');

export type MoveDraft = MoveKey & Pick<Move, 'way' | 'cause' | 'orderId' | 'fromRoomId' | 'begunAt'>;

export async function appendMove(tx: Tx, draft: MoveDraft): Promise<MoveId> {
  const row = await tx
    .insertInto('move')
    .values({
      account_id: draft.accountId,
      member_id: draft.memberId,
      course_id: draft.courseId,
      way: draft.way,
      cause: draft.cause,
      order_id: draft.orderId,
      from_room_id: draft.fromRoomId,
      state: 'running',
      begun_at: draft.begunAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Held until the transaction ends; undefined where it was taken back before anything was done. */
export async function lockMove(tx: Tx, id: MoveId): Promise<Move | undefined> {
  return lockRows(tx, tx.selectFrom('move').select(MOVE_COLUMNS).where('id', '=', id)).executeTakeFirst();
}

export async function findRunningMove(tx: Tx, { accountId, memberId, courseId }: MoveKey): Promise<Move | undefined> {
  const query = tx
    .selectFrom('move')
    .select(MOVE_COLUMNS)
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .where('member_id', '=', memberId)
    .where('state', '=', RUNNING);
  return lockRows(tx, query).executeTakeFirst();
}

/** The latest, running or not. */
export async function findLastMove(tx: Tx, { accountId, memberId, courseId }: MoveKey): Promise<Move | undefined> {
  return tx
    .selectFrom('move')
    .select(MOVE_COLUMNS)
    .where('member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Of one course, on their way. */
export async function listRunningOfCourse(tx: Tx, accountId: AccountId, courseId: CourseId): Promise<Move[]> {
  return tx
    .selectFrom('move')
    .select(MOVE_COLUMNS)
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .where('state', '=', RUNNING)
    .orderBy('id')
    .execute();
}

export async function saveTarget(tx: Tx, id: MoveId, toRoomId: RoomId): Promise<void> {
  await tx.updateTable('move').set({ to_room_id: toRoomId }).where('id', '=', id).execute();
}

export async function markMoveEnded(
  tx: Tx,
  id: MoveId,
  end: { readonly state: 'done' | 'stopped'; readonly at: number; readonly by: MemberId | null },
): Promise<void> {
  const { state, at, by } = end;
  await tx.updateTable('move').set({ state, ended_at: at, ended_by: by }).where('id', '=', id).execute();
}

export async function markMoveResumed(tx: Tx, id: MoveId): Promise<void> {
  await tx.updateTable('move').set({ state: 'running', ended_at: null, ended_by: null }).where('id', '=', id).execute();
}

/** Of which nothing was done yet: it is as if it had never been begun. */
export async function deleteMove(tx: Tx, id: MoveId): Promise<void> {
  await tx.deleteFrom('move').where('id', '=', id).execute();
}
