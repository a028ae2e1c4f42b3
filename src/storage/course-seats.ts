/** Where somebody is, or has been, in the rooms of a course. */

import type { MembershipKey } from '../domain/ids.js';
import type { RoomKind } from '../domain/room.js';
import type { Tx } from './database.js';
import type { MoveKey } from './moves.js';

export interface CourseSeat extends MembershipKey {
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly welcomedAt: number | null;
}

/** In registered rooms of that kind: those where they are now first, then the one they came to last. */
export async function listCourseSeats(
  tx: Tx,
  { accountId, memberId, courseId }: MoveKey,
  kind: RoomKind,
): Promise<CourseSeat[]> {
  return tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select(['room_id as roomId', 'member_id as memberId', 'joined_at as joinedAt'])
    .select(['left_at as leftAt', 'welcomed_at as welcomedAt'])
    .where('membership.member_id', '=', memberId)
    .where('room.account_id', '=', accountId)
    .where('room.course_id', '=', courseId)
    .where('room.kind', '=', kind)
    .orderBy((eb) => eb.case().when('left_at', 'is', null).then(0).else(1).end())
    .orderBy('joined_at', 'desc')
    .orderBy('room_id')
    .execute();
}

/** Those of that kind where they are now. */
export async function listPresentSeats(tx: Tx, key: MoveKey, kind: RoomKind): Promise<CourseSeat[]> {
  return (await listCourseSeats(tx, key, kind)).filter(({ leftAt }) => leftAt === null);
}
