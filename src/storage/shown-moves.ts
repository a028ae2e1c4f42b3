/** Moves with the names that staff read. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { type Move, MOVE_COLUMNS, RUNNING } from './moves.js';

export interface ShownMove extends Move {
  readonly course: string;
  readonly name: string;
}

function selectShown(tx: Tx) {
  return tx
    .selectFrom('move')
    .innerJoin('course', 'course.id', 'move.course_id')
    .innerJoin('member', 'member.id', 'move.member_id')
    .select(MOVE_COLUMNS)
    .select(['course.name as course', 'member.name']);
}

/** All that run, the oldest first. */
export async function listRunningMoves(tx: Tx, accountId: AccountId): Promise<ShownMove[]> {
  return selectShown(tx)
    .where('move.account_id', '=', accountId)
    .where('move.state', '=', RUNNING)
    .orderBy('move.id')
    .execute();
}

/** The latest first. */
export async function listMovesOf(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<ShownMove[]> {
  return selectShown(tx)
    .where('move.member_id', '=', memberId)
    .where('move.account_id', '=', accountId)
    .orderBy('move.id', 'desc')
    .execute();
}
