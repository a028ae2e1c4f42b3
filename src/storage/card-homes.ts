/**
 * The room in which a card is looked after: where its owner learns with it, else the course's first paid room. Of a course that
 * no room runs, one room for all such courses.
 */

import type { AccountId, CourseId, MemberId, RoomId } from '../domain/ids.js';
import type { RoomKind } from '../domain/room.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

const RANKS: Readonly<Record<RoomKind, number>> = { paid: 0, core: 1, trial: 2, staff: 3 };

/** By member; of members without a room of the course its first one. Empty where no room of the account runs the course. */
export async function findCardHomes(
  tx: Tx,
  accountId: AccountId,
  courseId: CourseId,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, RoomId>> {
  const rooms = await listHomes(tx, accountId, courseId);
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

/** Of a course, the best first. */
async function listHomes(tx: Tx, accountId: AccountId, courseId: CourseId) {
  const rooms = (await listRooms(tx, accountId, courseId)).filter(({ kind }) => kind !== 'staff');
  return rooms.toSorted((a, b) => RANKS[a.kind] - RANKS[b.kind]);
}

/** Staff's first room, else the account's first; undefined where none is registered. */
export async function findSpareHome(tx: Tx, accountId: AccountId): Promise<RoomId | undefined> {
  const rooms = await listRooms(tx, accountId);
  return (rooms.find(({ kind }) => kind === 'staff') ?? rooms[0])?.id;
}

/** Registered ones, in the order of their ids. */
async function listRooms(tx: Tx, accountId: AccountId, courseId?: CourseId) {
  const rows =
    courseId === undefined ? await listAll.all(tx, { accountId }) : await listOfCourse.all(tx, { accountId, courseId });
  return rows.flatMap(({ id, kind }) => (kind === null ? [] : [{ id, kind }]));
}

function roomsOf(tx: Tx, accountId: AccountId) {
  return tx.selectFrom('room').select(['id', 'kind']).where('account_id', '=', accountId).orderBy('id');
}

const listAll = defineStatement((tx, p: { accountId: AccountId }) => roomsOf(tx, p.accountId));
const listOfCourse = defineStatement((tx, p: { accountId: AccountId; courseId: CourseId }) =>
  roomsOf(tx, p.accountId).where('course_id', '=', p.courseId),
);
