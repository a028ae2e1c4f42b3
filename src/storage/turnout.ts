/**
 * How a room's day stands, for the review: who checked in, and how many are still expected to.
 *
 * The same people as `attendanceOf` over `listAttendees` names, without a row for each of those who are not named.
 */

import type { Done, Turnout } from '../domain/attendance.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf } from '../domain/local-time.js';
import type { Tx } from './database.js';
import { type DayCheckIn, listCheckInsOfDay, listRuleBreakers } from './day-check-ins.js';
import { listOnLeave } from './leave-days.js';
import { packed } from './packed-rows.js';
import { ALL_ROOMS } from './roles.js';
import type { Room } from './rooms.js';
import { defineStatement } from './statement.js';

interface RoomDay {
  readonly roomId: RoomId;
  readonly day: LocalDay;
  /** When that day ends. */
  readonly before: number;
}

export async function readTurnout(tx: Tx, room: Pick<Room, 'id' | 'settings'>, day: LocalDay): Promise<Turnout> {
  const roomId = room.id;
  const before = instantOf(addDays(day, 1), 0, room.settings.zone);
  const staff = new Set((await listStaffHere.all(tx, { roomId, before })).map((row) => row.memberId));
  const { present, seats } = await readSeats(tx, { roomId, day, before });
  const found = seats.some(({ lastDay }) => lastDay !== day)
    ? await seatsOfDay(tx, roomId, day, seats)
    : await lastSeats(tx, roomId, day, seats);
  const done = found.map((seat) => doneBy(seat, staff.has(seat.memberId)));
  // Who came after that day and checked in for it all the same is done, and was never counted among those present.
  const counted = found.filter((seat) => seat.joinedAt < before && !staff.has(seat.memberId)).length;
  const excused = await countExcused(
    tx,
    { roomId, day, before },
    new Set([...staff, ...done.map((one) => one.memberId)]),
  );
  return { done, open: present - staff.size - counted - excused };
}

async function readSeats(tx: Tx, where: RoomDay): Promise<{ readonly present: number; readonly seats: Seat[] }> {
  const row = await readDay.first(tx, where);
  return { present: row?.present ?? 0, seats: (JSON.parse(row?.seats ?? '[]') as SeatRow[]).map(seatOf) };
}

/** On leave, and neither staff nor checked in all the same, so that nobody is taken off twice. */
async function countExcused(tx: Tx, { roomId, day, before }: RoomDay, counted: ReadonlySet<MemberId>): Promise<number> {
  const onLeave = await listOnLeave(tx, roomId, day);
  return onLeave.filter((one) => one.joinedAt < before && !counted.has(one.memberId)).length;
}

/** With the member's last check-in, which is mostly that of the day. */
interface Seat extends Pick<Done, 'memberId' | 'name' | 'streak' | 'firstDay' | 'lastDay'>, DayCheckIn {
  readonly onBoard: 0 | 1;
  readonly joinedAt: number;
}

/** For a day after which nobody checked in again: what was found is of that day. The earliest first. */
async function lastSeats(tx: Tx, roomId: RoomId, day: LocalDay, seats: readonly Seat[]): Promise<readonly Seat[]> {
  const breakers = await listRuleBreakers(tx, roomId, day);
  const told =
    breakers.size === 0 ? seats : seats.map((seat) => (breakers.has(seat.memberId) ? { ...seat, content: '' } : seat));
  return told.toSorted((a, b) => a.at - b.at || a.memberId - b.memberId);
}

/** For a day after which members checked in again: the check-ins of that day, the earliest first. */
async function seatsOfDay(tx: Tx, roomId: RoomId, day: LocalDay, seats: readonly Seat[]): Promise<readonly Seat[]> {
  const checkIns = await listCheckInsOfDay(tx, roomId, day);
  const known = new Map(seats.map((seat) => [seat.memberId, seat]));
  return checkIns.flatMap((checkIn) => {
    const seat = known.get(checkIn.memberId);
    return seat ? [{ ...seat, ...checkIn }] : [];
  });
}

function doneBy({ memberId, name, streak, firstDay, lastDay, onBoard, at, content }: Seat, isStaff: boolean): Done {
  return { memberId, name, streak, firstDay, lastDay, onBoard: onBoard === 1, isStaff, checkIn: { at, content } };
}

const listStaffHere = defineStatement((tx, p: { roomId: RoomId; before: number }) =>
  tx
    .selectFrom('role_grant')
    .innerJoin('membership', 'membership.member_id', 'role_grant.member_id')
    .select('role_grant.member_id as memberId')
    .where('role_grant.room_id', 'in', [ALL_ROOMS, p.roomId])
    .where('role', 'in', ['teacher', 'manager', 'owner'])
    .where('membership.room_id', '=', p.roomId)
    .where('left_at', 'is', null)
    .where('joined_at', '<', p.before),
);

type SeatRow = readonly [
  memberId: MemberId,
  name: string,
  streak: number,
  onBoard: 0 | 1,
  firstDay: LocalDay,
  lastDay: LocalDay,
  joinedAt: number,
  at: number,
  content: string,
];

const SEAT_COLUMNS = [
  'membership.member_id',
  'name',
  'streak',
  'on_board',
  'first_day',
  'last_day',
  'joined_at',
  'at',
  'content',
] as const;

function seatOf([memberId, name, streak, onBoard, firstDay, lastDay, joinedAt, at, content]: SeatRow): Seat {
  return { memberId, name, streak, onBoard, firstDay, lastDay, joinedAt, at, content };
}

/** How many were there when the day ended; and those who may have checked in on it, each with the last check-in of all. */
const readDay = defineStatement((tx, p: RoomDay) =>
  tx
    .selectFrom('membership')
    .innerJoin('check_in', 'check_in.id', 'membership.last_check_in_id')
    .select(packed(tx, SEAT_COLUMNS).as('seats'))
    .select((eb) =>
      eb
        .selectFrom('membership as one')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('one.room_id', '=', p.roomId)
        .where('one.left_at', 'is', null)
        .where('one.joined_at', '<', p.before)
        .as('present'),
    )
    .where('membership.room_id', '=', p.roomId)
    .where('last_day', '>=', p.day)
    .where('left_at', 'is', null),
);
