/** The bot's tables in SQL of the judge's own, read when the bot has ended. */

import { readRows } from '../bot-records.js';

interface OfAccount {
  /** Its name. */
  readonly account: string;
}

export interface SlotRow extends OfAccount {
  readonly topic: string;
  readonly kind: string;
  readonly day: number;
  readonly state: string;
  readonly reason: string | null;
}

export interface OutboxRow extends OfAccount {
  readonly chat: string;
  readonly body: string;
  readonly state: string;
  /** Comes as text from PostgreSQL. */
  readonly createdAt: number | string;
}

export interface StandingRow extends OfAccount {
  readonly topic: string;
  readonly name: string;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
  readonly points: number;
}

export interface EntryRow extends OfAccount {
  readonly topic: string;
  readonly name: string;
  readonly amount: number;
  readonly balance: number;
}

export interface DayRow extends OfAccount {
  readonly topic: string;
  readonly name: string;
  readonly day: number;
}

export interface RoomDayRow extends OfAccount {
  readonly topic: string;
  readonly day: number;
  readonly count: number;
}

const ROOM = 'join room on room.id = room_id join account on account.id = room.account_id';
const WHO = (table: string): string => `join room on room.id = ${table}.room_id
  join account on account.id = room.account_id join membership
  on membership.room_id = ${table}.room_id and membership.member_id = ${table}.member_id`;

const QUERIES = {
  slots: `select account.name as account, topic, outbox.kind, day, state, reason from outbox ${ROOM}
    where day is not null and outbox.kind in ('task', 'review')`,
  outbox: `select account.name as account, coalesce(room_identity.platform_id, member_identity.platform_id) as chat,
    body, state, outbox.created_at as "createdAt" from outbox join account on account.id = outbox.account_id
    left join room_identity on room_identity.room_id = outbox.room_id
      and room_identity.account_id = outbox.account_id
    left join member_identity on member_identity.member_id = outbox.member_id
      and member_identity.account_id = outbox.account_id`,
  standings: `select account.name as account, topic, membership.name, streak, best, total, points from membership ${ROOM}`,
  entries: `select account.name as account, topic, membership.name, amount, balance from points_entry
    ${WHO('points_entry')} order by points_entry.id`,
  days: `select account.name as account, topic, membership.name, day from check_in ${WHO('check_in')} order by day`,
  roomDays: `select account.name as account, topic, day, check_ins as count from room_day ${ROOM}
    where check_ins <> 0`,
} as const;

export interface JudgeRecords {
  readonly slots: readonly SlotRow[];
  readonly outbox: readonly OutboxRow[];
  readonly standings: readonly StandingRow[];
  readonly entries: readonly EntryRow[];
  readonly days: readonly DayRow[];
  readonly roomDays: readonly RoomDayRow[];
}

type Ask = <Row>(query: string) => Promise<readonly Row[]>;

export async function readJudgeRecords(from: string | Ask): Promise<JudgeRecords> {
  const ask: Ask = typeof from === 'string' ? (query) => readRows(from, query) : from;
  return {
    slots: await ask(QUERIES.slots),
    outbox: await ask(QUERIES.outbox),
    standings: await ask(QUERIES.standings),
    entries: await ask(QUERIES.entries),
    days: await ask(QUERIES.days),
    roomDays: await ask(QUERIES.roomDays),
  };
}

/** What belongs to one of the accounts in the database. */
export function recordsOf(records: JudgeRecords, account: string): JudgeRecords {
  const own = (row: OfAccount): boolean => row.account === account;
  return {
    slots: records.slots.filter(own),
    outbox: records.outbox.filter(own),
    standings: records.standings.filter(own),
    entries: records.entries.filter(own),
    days: records.days.filter(own),
    roomDays: records.roomDays.filter(own),
  };
}
