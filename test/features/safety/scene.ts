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

const OWNER = '陈老师';
const NOW = '2026-03-04T10:00:00+08:00';

/** Of each dialect, the database of a community that was played up to now: that takes longer than most tests. */
const played = new WeakMap<Dialect, Promise<string>>();

/** Wednesday, 4 March 2026, 10:00 in Shanghai. */
export async function startScene(dialect: Dialect): Promise<Scene> {
  if (!played.has(dialect)) played.set(dialect, play(dialect));
  const url = await dialect.copyOf(await (played.get(dialect) as Promise<string>));
  const bot = await startTestBot({ dialect, url, now: NOW });
  return sceneOf(bot, bot.person(OWNER));
}

async function play(dialect: Dialect): Promise<string> {
  const url = await dialect.freshUrl();
  const bot = await startTestBot({ dialect, url, now: '2026-03-01T21:00:00+08:00' });
  await live(sceneOf(bot, await bot.owner(OWNER)));
  await bot.close();
  return url;
}

async function live({ bot, owner, manager, teacher, lin, zhou, room, staff, says }: Scene): Promise<void> {
  await owner.says('/建群 付费 英语 3月2日', room);
  await owner.says('/建群 员工', staff);
  const everybody = [owner, manager, teacher, lin, zhou];
  for (const one of everybody) await one.says('大家好', room);
  for (const one of [owner, manager]) await one.says('大家好', staff);
  for (const day of ['02', '03']) {
    await bot.passTo(`2026-03-${day}T09:00:00+08:00`);
    for (const one of [lin, zhou]) await one.says('打卡 读完了', room);
  }
  await bot.passTo(NOW);
  await lin.says('打卡 读完了', room);
  await says('/授权 @阿陈 运营 全部');
  await says('/授权 @吴老师 老师');
}

function sceneOf(bot: TestBot, owner: TestPerson): Scene {
  const [manager, teacher, lin, zhou] = ['阿陈', '吴老师', '小林', '小周'].map((name) => bot.person(name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  const people = { owner, manager, teacher, lin, zhou };
  const room = bot.room('英语1群');
  return { bot, ...people, room, staff: bot.room('员工群'), says: tellIn(room, owner, people) };
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
  // Only ever grows: what a card stands at is compared, and by `test/features/cards` with what its events amount to.
  'card_event',
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
  // What became of tags and tiers, and what the platform should know of them.
  'tag_change',
  'tag_mirror',
  'tier_change',
];

/** Ends of chains and ids of what was put back: the chains are compared by what is in them. Pace and marks of time. */
const PASSING_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  // The version of the lists of words only grows: they are compared.
  account: ['next_send_at', 'online_seen_at', 'failures', 'words_version'],
  check_in: ['id', 'previous_id'],
  course: ['updated_at'],
  member_card: ['updated_at'],
  membership: ['last_entry_id', 'last_check_in_id'],
  red_packet_budget: ['updated_at'],
  redemption: ['bookings'],
  room: ['roster_at', 'last_ack_at', 'earlier_ack_at', 'closed_day', 'last_post_at'],
  // What staff were told by itself was said.
  room_day: ['started'],
};

/** Answers go out; and once a day the planner closes the days of a room that runs a course, by the rules that hold. */
const PASSING_ROWS: Readonly<Record<string, (row: Row) => boolean>> = {
  appointment: (row) => row['kind'] === 'tag-mirror',
  // What was undone stays to be seen, and counts no longer.
  card_code: (row) => row['used_at'] === null,
  card_code_batch: (row) => row['revoked_at'] !== null,
  card_code_try: () => true,
  entitlement: (row) => row['revoked_at'] !== null,
  entitlement_use: (row) => row['undone_at'] !== null,
  outbox: (row) =>
    [
      'reply',
      'acknowledgement',
      'addresses',
      'card-codes',
      'delivery',
      'handed-out',
      'tag-mirror',
      'tier-risen',
      'todo-news',
      'rule-reminder',
      'rule-reminders',
      'hidden-lines',
      'answer',
      'questions-taken',
      'ticket-outcome',
      'urgent-todo-news',
    ].includes(String(row['kind'])),
  sales_order: (row) => row['state'] === 'cancelled',
  room_day: (row) => row['check_ins'] === 0,
  room_rule: (row) => Number(row['room_id']) > 2,
};

/** By dialect. They are the same in every test, and asking for them takes as long as reading a third of them. */
const known = new Map<string, Promise<readonly string[]>>();

function tableNames(kysely: Kysely<Schema>): Promise<readonly string[]> {
  const dialect = kysely.getExecutor().adapter.constructor.name;
  const asked = known.get(dialect) ?? kysely.introspection.getTables().then((all) => all.map(({ name }) => name));
  known.set(dialect, asked);
  return asked;
}

/** Every row of every other table, in an order that does not depend on how it came there. */
export async function dump(kysely: Kysely<Schema>): Promise<Dump> {
  const rows: Record<string, readonly Row[]> = {};
  for (const name of await tableNames(kysely)) {
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
