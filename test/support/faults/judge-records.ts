/** The bot's tables in SQL of the judge's own, read when the bot has ended. */

import { readRows } from '../bot-records.js';

export interface SlotRow {
  readonly topic: string;
  readonly kind: string;
  readonly day: number;
  readonly state: string;
  readonly reason: string | null;
}

export interface OutboxRow {
  readonly chat: string;
  readonly body: string;
  readonly state: string;
  /** Comes as text from PostgreSQL. */
  readonly createdAt: number | string;
}

export interface StandingRow {
  readonly topic: string;
  readonly name: string;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
  readonly points: number;
}

export interface EntryRow {
  readonly topic: string;
  readonly name: string;
  readonly amount: number;
  readonly balance: number;
}

export interface DayRow {
  readonly topic: string;
  readonly name: string;
  readonly day: number;
}

export interface RoomDayRow {
  readonly topic: string;
  readonly day: number;
  readonly count: number;
}

const WHO = (table: string): string => `join room on room.id = ${table}.room_id join membership
  on membership.room_id = ${table}.room_id and membership.member_id = ${table}.member_id`;

const QUERIES = {
  slots: `select topic, outbox.kind, day, state, reason from outbox join room on room.id = room_id
    where day is not null and outbox.kind in ('task', 'review')`,
  outbox: `select coalesce(room_identity.platform_id, member_identity.platform_id) as chat, body, state,
    outbox.created_at as "createdAt" from outbox
    left join room_identity on room_identity.room_id = outbox.room_id
    left join member_identity on member_identity.member_id = outbox.member_id`,
  standings: `select topic, name, streak, best, total, points from membership join room on room.id = room_id`,
  entries: `select topic, name, amount, balance from points_entry ${WHO('points_entry')} order by points_entry.id`,
  days: `select topic, name, day from check_in ${WHO('check_in')} order by day`,
  roomDays: `select topic, day, check_ins as count from room_day join room on room.id = room_id where check_ins <> 0`,
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
