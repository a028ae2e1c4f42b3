/**
 * What the evening's reviews cost: each is composed by the post itself, so all that it reads is counted, and nothing is written.
 *
 * One by one, each in a transaction of its own; then all of them, in the planner's transactions of many.
 */

import type { RoomId } from '../../src/domain/ids.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { CAREFUL_PACING } from '../../src/domain/pacing.js';
import { features } from '../../src/features.js';
import { Catalogue } from '../../src/kit/catalogue.js';
import { startWork } from '../../src/kit/work.js';
import { noPictures } from '../../src/ports/picture-shelf.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Database, Tx } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { readRoom } from '../../src/storage/rooms.js';
import type { Line } from './job.js';
import { latenciesOf, median, rounded, startWatch } from './measure.js';
import { accountName, DAY_MS, LONG_AGO } from './seed.js';
import type { SideDoor } from './side-door.js';
import { tapStatements } from './statement-tap.js';
import type { Store } from './store.js';
import { type Community, FIRST_DAY } from './workload.js';

const EVENING = (FIRST_DAY - 1) as LocalDay;
const TWENTY = EVENING * DAY_MS + 12 * 3_600_000;
/** As many rooms as the planner takes at once. */
const BATCH = 200;

/** One line of one room, one of all rooms; `sql` counts the time in SQLite alone, `whole` our own code too. */
export async function readReviews({ url, door }: Store, community: Community): Promise<readonly Line[]> {
  const { rooms, perRoom } = community;
  await door.run(`update room set start_day = ${EVENING - 2}, course_id = (select min(id) from course)`);
  await seedStaff(door, community);
  const timer = new SqlTimer();
  const database = openDatabase(url);
  const cold = await composeAll(database, timer, { rooms, batch: 1 });
  const alone = await composeAll(database, timer, { rooms, batch: 1 });
  const together = await composeAll(database, timer, { rooms, batch: BATCH });
  await database.close();
  timer.end();
  const of5000 = (times: readonly number[]) => rounded(((sum(times) / rooms) * 5_000) / 1_000);
  const sql = { sql_s_of_5000: of5000(together.times), first_sql_s_of_5000: of5000(cold.times) };
  const of = { rooms, members: rooms * perRoom };
  const whole_ms = rounded((alone.seconds * 1_000) / rooms);
  return [
    { name: 'history:review', ...of, sql_ms: rounded(median(alone.times)), ...latenciesOf(alone.times), whole_ms },
    { name: 'history:reviews', ...of, ...sql, whole_s: rounded(together.seconds) },
  ];
}

/** A manager of all rooms and a teacher of each, who are in every room, as staff are. */
async function seedStaff(door: SideDoor, { rooms, perRoom }: Community): Promise<void> {
  const [manager, teacher] = [rooms * perRoom + 1, rooms * perRoom + 2];
  await door.run(`
    insert into member (id, name, created_at) values (${manager}, 'manager', 0), (${teacher}, 'teacher', 0);
    insert into role_grant (member_id, room_id, role, granted_at) values (${manager}, 0, 'manager', 0);
    insert into role_grant (member_id, room_id, role, granted_at) select ${teacher}, id, 'teacher', 0 from room;
    insert into membership (room_id, member_id, name, joined_at) select id, ${manager}, 'manager', ${LONG_AGO} from room;
    insert into membership (room_id, member_id, name, joined_at) select id, ${teacher}, 'teacher', ${LONG_AGO} from room;
  `);
}

/** Adds up how long SQLite took. */
class SqlTimer {
  milliseconds = 0;
  readonly end = tapStatements((executed) => void (this.milliseconds += executed.milliseconds));
}

/** The milliseconds of SQL of each transaction's turn, and the seconds of all on the wall. */
async function composeAll(
  database: Database,
  timer: SqlTimer,
  { rooms, batch }: { readonly rooms: number; readonly batch: number },
) {
  const times: number[] = [];
  const stop = startWatch();
  for (let first = 1; first <= rooms; first += batch) {
    const before = timer.milliseconds;
    await database.transaction((tx) => composeSome(tx, first, Math.min(rooms, first + batch - 1)));
    times.push(timer.milliseconds - before);
  }
  return { times, seconds: stop().seconds };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const catalogue = new Catalogue(features);

async function composeSome(tx: Tx, first: number, last: number): Promise<void> {
  const account = await findOrAddAccount(tx, accountName(0), TWENTY);
  const work = startWork({ pacing: CAREFUL_PACING, catalogue, pictures: noPictures }, tx, account, TWENTY);
  for (let id = first; id <= last; id++) {
    const room = await readRoom(tx, id as RoomId);
    const draft = await catalogue
      .findPost('review')
      ?.compose({ ...work, room, today: EVENING, day: EVENING, late: false });
    if (!draft || 'skip' in draft) throw new Error(`The review of room ${id} was not composed.`);
  }
}
