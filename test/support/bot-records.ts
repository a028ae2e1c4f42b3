/** The bot's database in a judge's eyes: read beside the bot, or after its death, in SQL of the judge's own. */

import SqliteDatabase from 'better-sqlite3';
import { Client } from 'pg';

export interface PostRecord {
  readonly topic: string;
  readonly kind: string;
  readonly day: number;
  readonly state: string;
  readonly late: number;
  readonly attempts: number;
}

export interface CheckInRecord {
  readonly topic: string;
  readonly name: string;
  readonly day: number;
  readonly content: string;
  /** Check-ins of the member in the room, ever. */
  readonly total: number;
  readonly points: number;
}

export interface ReplyRecord {
  readonly kind: string;
  readonly state: string;
  readonly body: string;
}

const POSTS = `
  select topic, outbox.kind, day, state, late, attempts from outbox join room on room.id = room_id
  where day is not null order by day, outbox.kind desc, outbox.priority`;

const CHECK_INS = `
  select topic, membership.name, day, content, total, points from check_in
  join room on room.id = check_in.room_id
  join membership on membership.room_id = check_in.room_id and membership.member_id = check_in.member_id
  order by check_in.id`;

const REPLIES = `select kind, state, body from outbox where day is null order by id`;

const WAKE_UPS_KEPT = `select to_regclass('pgboss.job') is not null as there`;

const ACCOUNT_NOT_HELD = `select id from account for no key update skip locked`;

export class BotRecords {
  readonly #url: string;

  constructor(databaseUrl: string) {
    this.#url = databaseUrl;
  }

  posts(): Promise<PostRecord[]> {
    return this.#read<PostRecord>(POSTS);
  }

  checkIns(): Promise<CheckInRecord[]> {
    return this.#read<CheckInRecord>(CHECK_INS);
  }

  /** Everything said that is no post of the day. */
  replies(): Promise<ReplyRecord[]> {
    return this.#read<ReplyRecord>(REPLIES);
  }

  /** Those that were asked for by a clock that has been set since would come at a time that is nobody's. */
  async forgetWakeUps(): Promise<void> {
    if (this.#url.startsWith('file:')) return;
    const [found] = await this.#read<{ readonly there: boolean }>(WAKE_UPS_KEPT);
    if (found?.there) await this.#read('delete from pgboss.job');
  }

  /** True while a transaction holds the row of the account. PostgreSQL only. */
  async isAccountHeld(): Promise<boolean> {
    return (await this.#read(ACCOUNT_NOT_HELD)).length === 0;
  }

  async #read<Row>(sql: string): Promise<Row[]> {
    return readRows<Row>(this.#url, sql);
  }
}

/** What a query finds in the database that a URL names. */
export async function readRows<Row>(url: string, sql: string): Promise<Row[]> {
  return url.startsWith('file:') ? readSqlite<Row>(url.slice('file:'.length), sql) : readPostgres<Row>(url, sql);
}

async function readPostgres<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row & object>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

function readSqlite<Row>(path: string, sql: string): Row[] {
  const file = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    return file.prepare(sql).all() as Row[];
  } finally {
    file.close();
  }
}
