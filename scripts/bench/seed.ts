/**
 * Registered rooms full of members, each with a little history, as the yardstick kit has them.
 *
 * Accounts count from 0; each has rooms and members of its own, with the same platform ids.
 */

import { BOT_ID, BOT_NAME } from './bench-puppet.js';
import type { Row, SideDoor } from './side-door.js';
import { type Community, FIRST_DAY, memberName, roomId, wxid } from './workload.js';

export const DAY_MS = 86_400_000;
/** Long enough ago for an account to be no new one. */
export const LONG_AGO = (FIRST_DAY - 200) * DAY_MS;

const POINTS_BEFORE = 200;

export function accountName(account: number): string {
  return `bench-${account}`;
}

/** Our own ids of a room and a member. */
export function idsIn({ rooms, perRoom }: Community, account: number) {
  return {
    room: (room: number) => account * rooms + room + 1,
    member: (member: number) => account * rooms * perRoom + member + 1,
    roomOf: (member: number) => account * rooms + Math.floor(member / perRoom) + 1,
  };
}

/** Every member of all rooms, by index. */
export function* membersOf({ rooms, perRoom }: Community): Generator<number> {
  for (let member = 0; member < rooms * perRoom; member++) yield member;
}

export function* rowsOf(members: Iterable<number>, toRow: (member: number) => Row): Generator<Row> {
  for (const member of members) yield toRow(member);
}

/** The database is migrated and holds nothing of this account. */
export async function seedCommunity(door: SideDoor, community: Community, account = 0): Promise<void> {
  await seedPeople(door, community, account);
  const ids = idsIn(community, account);
  const membership = (member: number) => membershipRow(ids.roomOf(member), ids.member(member), member);
  const points = (member: number) => pointsRow(ids.roomOf(member), ids.member(member));
  const checkIn = (member: number) => checkInRow(ids.roomOf(member), ids.member(member), member);
  await door.insert('membership', rowsOf(membersOf(community), membership));
  await door.insert('check_in', rowsOf(membersOf(community), checkIn));
  await door.insert('points_entry', rowsOf(membersOf(community), points));
}

/** The account, its rooms, and people who are in none of them yet. */
export async function seedPeople(door: SideDoor, community: Community, account = 0): Promise<void> {
  const ids = idsIn(community, account);
  const of = { account_id: account + 1 };
  const rooms = Array.from({ length: community.rooms }, (_, room) => room);
  const self = { name: accountName(account), platform_id: BOT_ID, bot_name: BOT_NAME, created_at: LONG_AGO };
  await door.insert('account', [{ id: account + 1, ...self }]);
  // It is morning: the day before is over in every room.
  const lately = { roster_at: LONG_AGO, closed_day: FIRST_DAY - 1 };
  const registered = { kind: 'paid', registered_at: LONG_AGO, ...lately, ...of };
  await door.insert(
    'room',
    rowsOf(rooms, (room) => ({ id: ids.room(room), topic: `room${room}`, ...registered })),
  );
  await door.insert(
    'room_identity',
    rowsOf(rooms, (room) => ({ platform_id: roomId(room), room_id: ids.room(room), ...of })),
  );
  const person = (member: number) => ({ id: ids.member(member), name: memberName(member), created_at: LONG_AGO });
  await door.insert('member', rowsOf(membersOf(community), person));
  const identity = (member: number) => ({ platform_id: wxid(member), member_id: ids.member(member), ...of });
  await door.insert('member_identity', rowsOf(membersOf(community), identity));
}

/** Two of three checked in yesterday and go on with their streak. */
function membershipRow(roomKey: number, memberKey: number, member: number): Row {
  const streak = (member % 9) + 1;
  return {
    room_id: roomKey,
    member_id: memberKey,
    name: memberName(member),
    joined_at: LONG_AGO,
    first_day: FIRST_DAY - 40,
    last_day: lastDay(member),
    covered_to: lastDay(member),
    streak,
    best: streak + 4,
    total: 20,
    points: POINTS_BEFORE,
    last_entry_id: memberKey,
    last_check_in_id: memberKey,
  };
}

function lastDay(member: number): number {
  return FIRST_DAY - 1 - (member % 3 === 0 ? 1 : 0);
}

/** The last one of those that came before, with the member's own number. */
function checkInRow(roomKey: number, memberKey: number, member: number): Row {
  const day = lastDay(member);
  return { id: memberKey, room_id: roomKey, member_id: memberKey, day, at: day * DAY_MS, ...WORDS };
}

const WORDS = { evidence: 'text', content: '今天读书31页' };

/** One entry, with the member's own number, for all points so far. */
function pointsRow(roomKey: number, memberKey: number): Row {
  return {
    id: memberKey,
    room_id: roomKey,
    member_id: memberKey,
    amount: POINTS_BEFORE,
    balance: POINTS_BEFORE,
    reason: 'correction',
    day: FIRST_DAY - 2,
    at: LONG_AGO,
  };
}
