/** The room in which a card is looked after: where its owner learns with it, else the course's first paid room. */

import type { AccountId, CourseId, MemberId, RoomId } from '../domain/ids.js';
import type { RoomKind } from '../domain/room.js';
import type { Tx } from './database.js';

const RANKS: Readonly<Record<RoomKind, number>> = { paid: 0, core: 1, trial: 2, staff: 3 };

/** By member; of members without a room of the course its first one. Empty where no room of the account runs the course. */
export async function findCardHomes(
  tx: Tx,
  accountId: AccountId,
  courseId: CourseId,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, RoomId>> {
  const rooms = (await listRooms(tx, accountId, courseId)).toSorted((a, b) => RANKS[a.kind] - RANKS[b.kind]);
  const [first] = rooms;
  if (first === undefined || memberIds.length === 0) return new Map();
  const seats = await tx
    .selectFrom('membership')
    .select(['room_id as roomId', 'member_id as memberId'])
    .where('member_id', 'in', memberIds)
    .where(
      'room_id',
      'in',
      rooms.map(({ id }) => id),
    )
    .where('left_at', 'is', null)
    .execute();
  const homeOf = (memberId: MemberId) =>
    rooms.find(({ id }) => seats.some((seat) => seat.roomId === id && seat.memberId === memberId)) ?? first;
  return new Map(memberIds.map((memberId) => [memberId, homeOf(memberId).id]));
}

async function listRooms(tx: Tx, accountId: AccountId, courseId: CourseId) {
  const rows = await tx
    .selectFrom('room')
    .select(['id', 'kind'])
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, kind }) => (kind === null || kind === 'staff' ? [] : [{ id, kind }]));
}
