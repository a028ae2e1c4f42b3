/** A small community on the third day of its course, and a way to look at all of its rows. */

import type { Kysely } from 'kysely';
import { expect } from 'vitest';
import type { ChatPerson } from '../../../src/ports/chat-gateway.js';
import type { Schema } from '../../../src/storage/schema.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export interface Scene {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  readonly manager: TestPerson;
  readonly teacher: TestPerson;
  /** Members, who checked in on the first two days; the first of them today as well. */
  readonly lin: TestPerson;
  readonly zhou: TestPerson;
  /** English, begun the day before yesterday. */
  readonly room: { readonly topic: string; readonly platformId: string };
  readonly staff: Scene['room'];
  /** Said in the room by the owner, unless told; whoever is named after an @ is mentioned. */
  says(line: string, by?: TestPerson, place?: Scene['room'] | 'private'): Promise<string>;
}

/** Wednesday, 4 March 2026, 10:00 in Shanghai. */
export async function startScene(dialect: Dialect): Promise<Scene> {
  const bot = await startTestBot({ dialect, now: '2026-03-01T21:00:00+08:00' });
  const owner = await bot.owner();
  const room = bot.room('英语1群');
  const staff = bot.room('员工群');
  await owner.says('/建群 付费 英语 3月2日', room);
  await owner.says('/建群 员工', staff);
  const [manager, teacher, lin, zhou] = ['阿陈', '吴老师', '小林', '小周'].map((name) => bot.person(name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  const everybody = [owner, manager, teacher, lin, zhou];
  for (const one of everybody) await one.says('大家好', room);
  for (const one of [owner, manager]) await one.says('大家好', staff);
  for (const day of ['02', '03']) {
    await bot.passTo(`2026-03-${day}T09:00:00+08:00`);
    for (const one of [lin, zhou]) await one.says('打卡 读完了', room);
  }
  await bot.passTo('2026-03-04T10:00:00+08:00');
  await lin.says('打卡 读完了', room);
  const says = tellIn(room, owner, { owner, manager, teacher, lin, zhou });
  await says('/授权 @阿陈 运营 全部');
  await says('/授权 @吴老师 老师');
  return { bot, owner, manager, teacher, lin, zhou, room, staff, says };
}

type People = Pick<Scene, 'owner' | 'manager' | 'teacher' | 'lin' | 'zhou'>;

export function tellIn(room: Scene['room'], owner: TestPerson, people: People): Scene['says'] {
  return (line, by = owner, place = room) => {
    const mentions: ChatPerson[] = Object.values(people).filter(({ name }) => line.includes(`@${name}`));
    const text = mentions.reduce((whole, { name }) => whole.replace(`@${name} `, `@${name}\u2005`), line);
    return place === 'private' ? by.whispers(line) : by.says(text, place, { mentions });
  };
}

type Row = Readonly<Record<string, unknown>>;
export type Dump = Readonly<Record<string, readonly Row[]>>;

/**
 * Goes on by itself or only grows, whatever is said: what came in and went out, what was answered and refused, the log,
 * and who was recognised as whom. The ledger grows too; its balances are compared with the memberships.
 */
const PASSING = [
  'action',
  'answered_line',
  // Who came and went, noted whenever somebody asks.
  'camp_member',
  'confirmation',
  // What reviews that were posted would have to say otherwise; one that was taken back says nothing.
  'correction',
  'echo',
  'identity_log',
  'inbox',
  'last_refusal',
  'points_entry',
  'points_grant',
  'red_packet',
];

/** Ends of chains and ids of what was put back: the chains are compared by what is in them. Pace and marks of time. */
const PASSING_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  account: ['next_send_at', 'online_seen_at', 'failures'],
  check_in: ['id', 'previous_id'],
  course: ['updated_at'],
  membership: ['last_entry_id', 'last_check_in_id'],
  red_packet_budget: ['updated_at'],
  redemption: ['bookings'],
  room: ['roster_at', 'last_ack_at', 'earlier_ack_at', 'closed_day'],
};

/** Answers go out; and once a day the planner closes the days of a room that runs a course, by the rules that hold. */
const PASSING_ROWS: Readonly<Record<string, (row: Row) => boolean>> = {
  outbox: (row) => ['reply', 'acknowledgement', 'addresses', 'delivery', 'handed-out'].includes(String(row['kind'])),
  room_rule: (row) => Number(row['room_id']) > 2,
};

/** Every row of every other table, in an order that does not depend on how it came there. */
export async function dump(kysely: Kysely<Schema>): Promise<Dump> {
  const tables = await kysely.introspection.getTables();
  const rows: Record<string, readonly Row[]> = {};
  for (const { name } of tables) {
    if (PASSING.includes(name)) continue;
    const found = (await kysely
      .selectFrom(name as 'room')
      .selectAll()
      .execute()) as readonly Row[];
    const kept = found.filter((row) => !PASSING_ROWS[name]?.(row));
    rows[name] = kept.map((row) => without(row, PASSING_COLUMNS[name] ?? [])).toSorted(inOrder);
  }
  return rows;
}

function without(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

function inOrder(a: Row, b: Row): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** Every entry of the ledger, as text, the first first; fails where a balance is not the sum of its entries. */
export async function readLedger(kysely: Kysely<Schema>): Promise<readonly string[]> {
  const entries = await kysely.selectFrom('points_entry').selectAll().orderBy('id').execute();
  const sums = new Map<string, number>();
  for (const { room_id: room, member_id: member, amount } of entries)
    sums.set(`${room} ${member}`, (sums.get(`${room} ${member}`) ?? 0) + amount);
  const seats = await kysely.selectFrom('membership').select(['room_id', 'member_id', 'points']).execute();
  for (const seat of seats) expect(seat.points).toBe(sums.get(`${seat.room_id} ${seat.member_id}`) ?? 0);
  return entries.map((entry) => JSON.stringify(entry));
}
