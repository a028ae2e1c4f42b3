/** Random histories of rooms with everything that can happen to attendance, and what is wrong with their figures. */

import fc from 'fast-check';
import { attendanceOf } from '../../../src/domain/attendance.js';
import type { MemberId } from '../../../src/domain/ids.js';
import { rank } from '../../../src/domain/leaderboard.js';
import { addDays, formatLocalDay, type LocalDay, parseLocalDay } from '../../../src/domain/local-day.js';
import { instantOf } from '../../../src/domain/local-time.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/room.js';
import { appointClosing } from '../../../src/kit/close-day.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { listAttendees } from '../../../src/storage/attendance.js';
import { listContenders } from '../../../src/storage/boards.js';
import type { Database, Tx } from '../../../src/storage/database.js';
import { findOrAddMember } from '../../../src/storage/members.js';
import { markPresent } from '../../../src/storage/presence.js';
import { saveSettings } from '../../../src/storage/room-settings.js';
import { markRegistered, readRoom } from '../../../src/storage/rooms.js';
import { findOrAddRoom } from '../../../src/storage/seen-rooms.js';
import { readStanding } from '../../../src/storage/standings.js';
import { readTurnout } from '../../../src/storage/turnout.js';
import { type Action, KINDS, RoomLife } from './attendance-life.js';
import { MemberModel, RoomModel } from './attendance-model.js';

const MEMBERS_A_ROOM = 10;
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kolkata'];
/** The ends of months and years, 29 February, the nights when clocks change. */
const STARTS = ['2025-12-18', '2026-02-14', '2028-02-20', '2026-03-01', '2026-10-18', '2026-03-20'];

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.nat(MEMBERS_A_ROOM - 1),
  days: fc.nat(12),
  length: fc.nat(2),
});
/** Most check in on most days; now and then the end of a day comes late, and several at once. */
const day = fc.record({
  absent: fc.array(fc.nat(MEMBERS_A_ROOM - 1), { maxLength: 5 }),
  before: fc.array(action, { maxLength: 2 }),
  after: fc.array(action, { maxLength: 3 }),
  isClosed: fc.nat(4).map((number) => number > 0),
});
const community = fc.record({
  zone: fc.constantFrom(...ZONES),
  start: fc.constantFrom(...STARTS),
  freezeEvery: fc.constantFrom(3, 3, 4, 5, 7, 0),
  makeUpQuota: fc.constantFrom(3, 3, 1, 8),
  days: fc.array(day, { minLength: 4, maxLength: 24 }),
});
type Community = typeof community extends fc.Arbitrary<infer T> ? T : never;

/** What is wrong, in words; an empty list when nothing is. */
export async function attendanceFaults(database: Database, count: number, seed: number): Promise<string[]> {
  const faults: string[] = [];
  const rooms = Math.ceil(count / MEMBERS_A_ROOM);
  for (const [index, one] of fc.sample(community, { seed, numRuns: rooms }).entries()) {
    const found = await database.transaction((tx) => roomFaults(tx, one, index));
    faults.push(...found.map((fault) => `room ${index}: ${fault}`));
    if (faults.length > 20) break;
  }
  return faults.map((fault) => `seed ${seed}: ${fault}`);
}

async function roomFaults(tx: Tx, given: Community, index: number): Promise<string[]> {
  const first = parseLocalDay(given.start) as LocalDay;
  const life = await settle(tx, given, { index, first });
  let today = first;
  for (const [number, { absent, before, after, isClosed }] of given.days.entries()) {
    today = addDays(first, number);
    for (const one of before) await life.act(tx, one, today);
    for (let who = 0; who < MEMBERS_A_ROOM; who++) {
      if (!absent.includes(who)) await life.checkIn(tx, who, today, today);
    }
    for (const one of after) await life.act(tx, one, today);
    if (isClosed) await life.close(tx, today);
  }
  const faults = [...life.wrong];
  for (const [memberId, model] of life.members) faults.push(...(await memberFaults(tx, life, memberId, model)));
  return [...faults, ...(await boardFaults(tx, life, today)), ...(await turnoutFaults(tx, life, today))];
}

async function settle(
  tx: Tx,
  { zone, freezeEvery, makeUpQuota }: Community,
  { index, first }: { readonly index: number; readonly first: LocalDay },
): Promise<RoomLife> {
  const account = await findOrAddAccount(tx, `account ${index}`, 0);
  const { id } = await findOrAddRoom(tx, account.id, { platformId: `room-${index}`, topic: zone });
  const now = instantOf(first, 60, zone);
  await markRegistered(tx, id, { kind: 'paid', courseId: null, startDay: null, at: now });
  await saveSettings(tx, id, { ...DEFAULT_SETTINGS, zone, freezeEvery, makeUpQuota });
  const room = await readRoom(tx, id);
  await appointClosing({ tx, now }, room);
  const model = new RoomModel(first, freezeEvery);
  const members: Array<readonly [MemberId, MemberModel]> = [];
  for (let member = 0; member < MEMBERS_A_ROOM; member++) {
    const person = { platformId: `wx-${member}`, name: `成员${member}` };
    const { id: memberId } = await findOrAddMember(tx, account.id, person, now);
    await markPresent(tx, { roomId: id, memberId }, person.name, now);
    members.push([memberId, new MemberModel(model)]);
  }
  return new RoomLife({ account, room, first }, model, members);
}

async function memberFaults(tx: Tx, { room }: RoomLife, memberId: MemberId, model: MemberModel): Promise<string[]> {
  const key = { roomId: room.id, memberId };
  const wanted = model.figures();
  const { lastEntryId, lastCheckInId: _, ...standing } = await readStanding(tx, key);
  const isSame = Object.entries(wanted).every(([name, value]) => standing[name as keyof typeof wanted] === value);
  const days = [...model.checkIns.keys()].toSorted((a, b) => a - b).map((one) => formatLocalDay(one as LocalDay));
  const wrong = isSame ? [] : [`${JSON.stringify(standing)} and not ${JSON.stringify(wanted)}: ${days.join(' ')}`];
  return [...wrong, ...(await ledgerFaults(tx, key, { lastEntryId, balance: wanted.balance }))];
}

async function ledgerFaults(
  tx: Tx,
  key: { readonly roomId: RoomLife['room']['id']; readonly memberId: MemberId },
  { lastEntryId, balance }: { readonly lastEntryId: number | null; readonly balance: number },
): Promise<string[]> {
  const entries = await tx
    .selectFrom('points_entry')
    .select(['id', 'previous_id', 'amount', 'balance'])
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .orderBy('id')
    .execute();
  let sum = 0;
  const wrong = entries.flatMap((entry, index) => {
    sum += entry.amount;
    const isChained = entry.previous_id === (entries[index - 1]?.id ?? null) && entry.balance === sum;
    return isChained ? [] : [`entry ${entry.id} breaks the chain`];
  });
  if (sum !== balance) wrong.push(`the ledger sums to ${sum} and not to ${balance}`);
  return (entries.at(-1)?.id ?? null) === lastEntryId ? wrong : [...wrong, 'the membership names another last entry'];
}

async function boardFaults(tx: Tx, { room, members }: RoomLife, today: LocalDay): Promise<string[]> {
  const wanted = members
    .filter(([, model]) => model.checkIns.size > 0)
    .map(([id, model]) => ({ id, streak: model.heldOn(today), total: model.checkIns.size }))
    .toSorted((a, b) => b.streak - a.streak || b.total - a.total || a.id - b.id)
    .map((one) => `${one.id} ${one.streak} ${one.total}`);
  const board = rank(await listContenders(tx, room.id, today));
  const found = board.map((one) => `${one.memberId} ${one.streak} ${one.total}`);
  return found.join() === wanted.join() ? [] : [`the board is ${found.join()} and not ${wanted.join()}`];
}

async function turnoutFaults(tx: Tx, { room, members }: RoomLife, today: LocalDay): Promise<string[]> {
  const done = members.filter(([, model]) => model.checkIns.has(today)).length;
  const spared = members.filter(([, model]) => !model.checkIns.has(today) && model.leave.has(today)).length;
  const wanted = `${done} ${members.length - done - spared} ${spared}`;
  const turnout = await readTurnout(tx, room, today);
  const roll = attendanceOf(await listAttendees(tx, room, today));
  const isCounted = `${turnout.done.length} ${turnout.open} ${spared}` === wanted;
  const isNamed = `${roll.done.length} ${roll.open.length} ${roll.onLeave.length}` === wanted;
  return isCounted && isNamed ? [] : [`the day counts ${turnout.done.length} and ${turnout.open}, not ${wanted}`];
}
