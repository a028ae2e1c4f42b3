/** A community of some thousands, with rows in every table that grows: in it a plan that reads a whole table shows. */

import { PostgresSideDoor } from '../../scripts/bench/postgres-side-door.js';
import { DAY_MS, rowsOf, seedCommunity } from '../../scripts/bench/seed.js';
import type { Row, SideDoor } from '../../scripts/bench/side-door.js';
import { SqliteSideDoor } from '../../scripts/bench/sqlite-side-door.js';
import { migrateStore } from '../../scripts/bench/store.js';
import { FIRST_DAY } from '../../scripts/bench/workload.js';

const ROOMS = 100;
const PER_ROOM = 30;
const MEMBERS = ROOMS * PER_ROOM;

/** `url` is of an empty database. */
export async function fillTables(url: string): Promise<void> {
  await migrateStore(url);
  const door = await openDoor(url);
  await seedCommunity(door, { rooms: ROOMS, perRoom: PER_ROOM });
  for (const [table, toRow] of Object.entries(GROWING)) await door.insert(table, rowsOf(indexes(MEMBERS), toRow));
  await door.insert('outbox_item', rowsOf(indexes(MEMBERS), outboxItem));
  await door.insert('room_day', rowsOf(indexes(ROOMS), roomDay));
  await door.insert('schedule', rowsOf(indexes(ROOMS), schedule));
  for (const [table, toRow] of Object.entries(ACTIVITIES)) await door.insert(table, rowsOf(indexes(ROOMS), toRow));
  for (const [table, toRow] of Object.entries(TAKEN_PART)) await door.insert(table, rowsOf(indexes(MEMBERS), toRow));
  await door.close();
}

async function openDoor(url: string): Promise<SideDoor> {
  return url.startsWith('file:') ? new SqliteSideDoor(url.slice('file:'.length)) : PostgresSideDoor.open(url);
}

function* indexes(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}

const AT = FIRST_DAY * DAY_MS;

function seat(index: number) {
  return { room_id: Math.floor(index / PER_ROOM) + 1, member_id: index + 1 };
}

/** Long ago, so that nobody's figures follow from it. */
function dayOfRoom(index: number) {
  return { room_id: seat(index).room_id, day: index };
}

function known(index: number) {
  return { account_id: 1, member_id: index + 1 };
}

/** A trial of long ago. */
const OVER = {
  course_id: 1,
  began_at: AT,
  began_day: FIRST_DAY,
  start_day: FIRST_DAY,
  round_at: AT,
  first_day: FIRST_DAY,
  days: 7,
  state: 'over',
};

const NO_SCORE = { loyalty: 0, feedback: 0, response: 0, referral: 0, total: 0 };

/** One row for each member in each of these. */
const GROWING: Readonly<Record<string, (index: number) => Row>> = {
  inbox: (index) => ({ account_id: 1, message_id: `before-${index}`, received_at: AT }),
  echo: (index) => ({ account_id: 1, message_id: `echo-${index}`, target: 't', hash: `${index}`, at: AT }),
  answered_line: (index) => ({ member_id: index + 1, chat: 'room', hash: `${index}`, at: AT }),
  pending_check_in: (index) => ({ ...seat(index), day: FIRST_DAY, at: AT, expires_at: AT }),
  recent_media: (index) => ({ ...seat(index), kind: 'picture', at: AT }),
  role_grant: (index) => ({ member_id: index + 1, room_id: seat(index).room_id, role: 'teacher', granted_at: AT }),
  badge_grant: (index) => ({ ...seat(index), badge: 'first', day: FIRST_DAY, at: AT }),
  leave_day: (index) => ({ ...seat(index), day: FIRST_DAY, at: AT }),
  correction: (index) => ({ ...seat(index), day: FIRST_DAY, change: 'added', told_in: FIRST_DAY, at: AT }),
  protected_day: (index) => ({ ...dayOfRoom(index), cause: 'outage', at: AT }),
  points_day: (index) => ({ ...dayOfRoom(index), factor: 2 }),
  closed_day: (index) => ({ ...dayOfRoom(index), freezes: 0, at: AT }),
  room_rule: (index) => ({ room_id: seat(index).room_id, from_day: index - 40_000, freeze_every: 7 }),
  outage: (index) => ({ account_id: 1, since: index, until: index + 1 }),
  core_score: (index) => ({ member_id: index + 1, day: FIRST_DAY, ...NO_SCORE, facts: '{}' }),
  core_user: (index) => ({ account_id: 1, member_id: index + 1, state: 'declined', state_at: AT }),
  referral: (index) => ({
    account_id: 1,
    inviter_id: index + 1,
    newcomer_id: MEMBERS - index,
    said_at: AT,
    state: 'void',
  }),
  member_tag: (index) => ({ ...known(index), tag: `t${index % 50}`, source: 'manual', since_at: AT }),
  member_tier: (index) => ({ ...known(index), tier: '青铜', how: 'rule', since_at: AT }),
  member_class: (index) => ({ ...known(index), axis: 'class', value: '一般', facts: '{}', at: AT }),
  member_source: (index) => ({ ...known(index), kind: 'unknown', since_at: AT }),
  trial: (index) => ({ ...known(index), ...OVER, room_id: seat(index).room_id, began_room_id: seat(index).room_id }),
  member_card: (index) => ({ member_id: index + 1, course_id: 1, kind: 'month', from_day: FIRST_DAY, updated_at: AT }),
  trial_record: (index) => ({ trial_id: index + 1, soon: 1, days: 3, tail: 0 }),
  trial_step: (index) => ({ trial_id: index + 1, round: 1, step: 'guide', how: 'room', at: AT }),
  question: (index) => ({
    ...known(index),
    ...seat(index),
    number: index + 1,
    asked_at: AT,
    state: 'answered',
    closed_at: AT,
  }),
  question_vote: (index) => ({ question_id: index + 1, member_id: MEMBERS - index, at: AT }),
  ticket: (index) => ({ ...known(index), kind: 'feedback', opened_at: AT, outcome: 'done', closed_at: AT }),
  todo: (index) => ({ account_id: 1, kind: 'k', ref: `${index}`, data: 'null', opened_at: AT, done_at: AT }),
  outbox: (index) => ({ account_id: 1, ...sent(index), room_id: seat(index).room_id, ...ROUTINE }),
};

const RUN = { opened_by: 1, opened_at: AT, ends_at: AT };

/** One that is over, and something to come, for each room. */
const ACTIVITIES: Readonly<Record<string, (room: number) => Row>> = {
  appointment: (room) => ({
    kind: 'draw-end',
    subject_id: 1_000 + room,
    room_id: room + 1,
    account_id: 1,
    due_at: AT + 100 * DAY_MS,
  }),
  draw: (room) => ({
    room_id: room + 1,
    name: '礼',
    prize: '杯',
    points: 0,
    places: 1,
    conditions: '[]',
    state: 'drawn',
    seed: '',
    commitment: '',
    list_hash: '',
    ...RUN,
  }),
  flash_sale: (room) => ({ room_id: room + 1, name: '杯', stock: 50, price: 0, state: 'ended', starts_at: AT, ...RUN }),
  code_batch: (room) => ({ account_id: 1, name: `${room}`, created_at: AT }),
  gift: (room) => ({ account_id: 1, room_id: room + 1, name: '杯', price: 5, created_at: AT }),
  red_packet_budget: (room) => ({ room_id: room + 1, total: 500, spent: 0, updated_at: AT }),
  quiz: (room) => ({ room_id: room + 1, question: '?', options: '[]', answer: 0, points: 5, state: 'ended', ...RUN }),
};

function part(index: number) {
  return { number: index + 1, member_id: index + 1, at: AT };
}

const TAKEN_PART: Readonly<Record<string, (index: number) => Row>> = {
  draw_entry: (index) => ({ draw_id: seat(index).room_id, code: '', ...part(index) }),
  draw_winner: (index) => ({ draw_id: seat(index).room_id, rank: index, number: 1, state: 'won', reason: '', at: AT }),
  flash_sale_order: (index) => ({ sale_id: seat(index).room_id, price: 0, ...part(index) }),
  redemption: (index) => ({
    gift_id: seat(index).room_id,
    ...seat(index),
    quantity: 1,
    price: 5,
    state: 'fulfilled',
    at: AT,
  }),
  coupon_code: (index) => ({ account_id: 1, batch_id: seat(index).room_id, code: `${index}`, member_id: index + 1 }),
  red_packet: (index) => ({ ...seat(index), amount: 1, note: '', by_member_id: 1, at: AT }),
  quiz_answer: (index) => ({ quiz_id: seat(index).room_id, choice: 0, ...part(index) }),
};

const ROUTINE = { kind: 'reply', priority: 0, body: '早', not_before: AT, expires_at: AT, created_at: AT };

/** One in ten is still to leave. */
function sent(index: number) {
  return index % 10 === 0
    ? { state: 'planned', sending_at: null, sent_at: null }
    : { state: 'sent', sending_at: AT, sent_at: AT };
}

function outboxItem(index: number): Row {
  return { outbox_id: index + 1, position: 1, value: '{}' };
}

function roomDay(room: number): Row {
  return { day: FIRST_DAY, room_id: room + 1, check_ins: PER_ROOM };
}

function schedule(room: number): Row {
  return { room_id: room + 1, kind: 'task', next_day: FIRST_DAY + 100, next_due_at: AT + 100 * DAY_MS };
}
