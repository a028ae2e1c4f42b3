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

/** One row for each member in each of these. */
const GROWING: Readonly<Record<string, (index: number) => Row>> = {
  inbox: (index) => ({ account_id: 1, message_id: `before-${index}`, received_at: AT }),
  echo: (index) => ({ account_id: 1, message_id: `echo-${index}`, target: 't', hash: `${index}`, at: AT }),
  answered_line: (index) => ({ member_id: index + 1, chat: 'room', hash: `${index}`, at: AT }),
  pending_check_in: (index) => ({ ...seat(index), day: FIRST_DAY, at: AT, expires_at: AT }),
  recent_media: (index) => ({ ...seat(index), kind: 'picture', at: AT }),
  role_grant: (index) => ({ member_id: index + 1, room_id: seat(index).room_id, role: 'teacher', granted_at: AT }),
  outbox: (index) => ({ account_id: 1, ...sent(index), room_id: seat(index).room_id, ...ROUTINE }),
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
