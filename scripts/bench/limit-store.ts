/** The least honest write for one check-in: hand-written SQL over better-sqlite3, every commit synced. */

import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type CheckInMessage, type Community, FIRST_DAY, memberName } from './workload.js';

const SCHEMA = `
create table checkin(day integer, room_id integer, person_id integer, at integer not null, points integer not null,
  content text not null, primary key(day, room_id, person_id)) without rowid;
create table seat(room_id integer, person_id integer, last_day integer not null, streak integer not null,
  best integer not null, total integer not null, points integer not null, primary key(room_id, person_id)) without rowid;
create table ledger(id integer primary key, room_id integer not null, person_id integer not null,
  delta integer not null, kind integer not null, at integer not null);
create table outbox(id integer primary key, room_id integer not null, at integer not null, sent integer, body text not null);`;

const SEAT = `insert into seat(room_id, person_id, last_day, streak, best, total, points) values (?, ?, ?, 1, 1, 1, ?)
  on conflict(room_id, person_id) do update set
    streak = case when last_day = excluded.last_day - 1 then streak + 1 else 1 end,
    best = max(best, case when last_day = excluded.last_day - 1 then streak + 1 else 1 end),
    total = total + 1, points = points + excluded.points, last_day = excluded.last_day
  returning streak, points`;

interface Seat {
  readonly streak: number;
  readonly points: number;
}

export interface LimitStore {
  /** Writes all of them in one synced commit. Throws when one of them was there before. */
  commit(messages: readonly CheckInMessage[]): void;
  checkpoint(): void;
  /** Check-ins found. */
  count(): number;
  close(): void;
}

/** All check-ins are in this file after a checkpoint. */
export function limitPath(folder: string): string {
  return join(folder, 'limit.sqlite');
}

export function openLimitStore(folder: string, community: Community): LimitStore {
  const db = new SqliteDatabase(limitPath(folder));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -65536');
  db.exec(SCHEMA);
  const checkpoint = () => void db.pragma('wal_checkpoint(RESTART)');
  seed(db, community);
  checkpoint();
  const count = db.prepare<[], number>('select count(*) from checkin').pluck();
  return { commit: prepareCommit(db), checkpoint, count: () => count.get() ?? 0, close: () => void db.close() };
}

function seed(db: SqliteDatabase.Database, { rooms, perRoom }: Community): void {
  const seat = db.prepare('insert into seat values (?, ?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (let member = 0; member < rooms * perRoom; member++) {
      const room = Math.floor(member / perRoom);
      const streak = (member % 9) + 1;
      seat.run(room, member, FIRST_DAY - 1 - (member % 3 === 0 ? 1 : 0), streak, streak + 4, 20, 200);
    }
  })();
}

function prepareCommit(db: SqliteDatabase.Database): LimitStore['commit'] {
  const write = prepareWrite(db);
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  return (messages) => {
    begin.run();
    for (const message of messages) write(message);
    commit.run();
  };
}

function prepareWrite(db: SqliteDatabase.Database): (message: CheckInMessage) => void {
  const checkIn = db.prepare('insert into checkin values (?, ?, ?, ?, ?, ?) on conflict do nothing');
  const seat = db.prepare<[number, number, number, number], Seat>(SEAT);
  const ledger = db.prepare('insert into ledger(room_id, person_id, delta, kind, at) values (?, ?, ?, 1, ?)');
  const outbox = db.prepare('insert into outbox(room_id, at, body) values (?, ?, ?)');
  return ({ room, member, day, text }) => {
    const at = Math.floor(Date.now() / 1_000);
    if (checkIn.run(day, room, member, at, 10, text).changes === 0) throw new Error('The check-in was there before.');
    const { streak, points } = seat.get(room, member, day, 10) ?? { streak: 0, points: 0 };
    ledger.run(room, member, 10, at);
    outbox.run(room, at, `@${memberName(member)} 打卡成功！连续${streak}天，积分${points}`);
  };
}
