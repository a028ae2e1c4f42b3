/** What the evening's reviews read: the room, the lesson of its day, who checked in and how many have not. */

import type { RoomId } from '../../src/domain/ids.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { findDayLesson } from '../../src/kit/course-day.js';
import type { Database } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { readRoom } from '../../src/storage/rooms.js';
import { readTurnout } from '../../src/storage/turnout.js';
import type { Line } from './job.js';
import { latenciesOf, median, rounded, startWatch } from './measure.js';
import { tapStatements } from './statement-tap.js';
import type { Store } from './store.js';
import { type Community, FIRST_DAY } from './workload.js';

const EVENING = (FIRST_DAY - 1) as LocalDay;

/** One line of one room, one of all rooms; `sql` counts the time in SQLite alone, `whole` our own code too. */
export async function readReviews({ url, door }: Store, { rooms, perRoom }: Community): Promise<readonly Line[]> {
  await door.run(`update room set start_day = ${EVENING - 2}, course_id = (select min(id) from course)`);
  const timer = new SqlTimer();
  const database = openDatabase(url);
  const cold = await readAll(database, timer, rooms);
  const warm = await readAll(database, timer, rooms);
  await database.close();
  timer.end();
  const of5000 = (times: readonly number[]) => rounded(((sum(times) / rooms) * 5_000) / 1_000);
  const sql = { sql_s_of_5000: of5000(warm.times), first_sql_s_of_5000: of5000(cold.times) };
  const of = { rooms, members: rooms * perRoom };
  const whole_ms = rounded((warm.seconds * 1_000) / rooms);
  return [
    { name: 'history:review', ...of, sql_ms: rounded(median(warm.times)), ...latenciesOf(warm.times), whole_ms },
    { name: 'history:reviews', ...of, ...sql, whole_s: rounded(warm.seconds) },
  ];
}

/** Adds up how long SQLite took. */
class SqlTimer {
  milliseconds = 0;
  readonly end = tapStatements((executed) => void (this.milliseconds += executed.milliseconds));
}

/** The milliseconds of SQL in each room's turn, and the seconds of all on the wall. */
async function readAll(database: Database, timer: SqlTimer, rooms: number) {
  const times: number[] = [];
  const stop = startWatch();
  for (let room = 1; room <= rooms; room++) {
    const before = timer.milliseconds;
    await readOne(database, room as RoomId);
    times.push(timer.milliseconds - before);
  }
  return { times, seconds: stop().seconds };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

async function readOne(database: Database, id: RoomId): Promise<void> {
  await database.transaction(async (tx) => {
    const room = await readRoom(tx, id);
    await findDayLesson(tx, room, EVENING);
    await readTurnout(tx, room, EVENING);
  });
}
