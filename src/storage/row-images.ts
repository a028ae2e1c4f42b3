/** Rows as they were: kept before a command writes them, and put back when it is undone. */

import type { Kysely, Selectable } from 'kysely';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { Schema } from './schema.js';

/** Tables whose rows may be watched and put back, each with its primary key. Chains and ledgers are not among them. */
export const WATCHED_TABLES = {
  account: ['id'],
  appointment: ['kind', 'subject_id'],
  badge_grant: ['id'],
  camp: ['id'],
  card_code_batch: ['id'],
  chain_question: ['id'],
  chain_rule: ['room_id', 'words'],
  code_batch: ['id'],
  coupon_code: ['id'],
  core_user: ['account_id', 'member_id'],
  course: ['id'],
  draw: ['id'],
  entitlement_rule: ['course_id', 'kind', 'name'],
  flash_sale: ['id'],
  gift: ['id'],
  leave_day: ['room_id', 'member_id', 'day'],
  lesson: ['course_id', 'day'],
  member_source: ['account_id', 'member_id'],
  listed_word: ['account_id', 'list', 'word'],
  member_class: ['member_id', 'account_id', 'axis'],
  member_tag: ['member_id', 'account_id', 'tag'],
  member_tier: ['member_id', 'account_id'],
  membership: ['room_id', 'member_id'],
  offence: ['id'],
  offer_copy: ['account_id', 'course_id', 'day'],
  move: ['id'],
  move_step: ['move_id', 'step'],
  outbox: ['id'],
  payment_notice: ['id'],
  points_day: ['room_id', 'day'],
  protected_day: ['room_id', 'day'],
  question: ['id'],
  quiz: ['id'],
  red_packet: ['id'],
  red_packet_budget: ['room_id'],
  redemption: ['id'],
  referral: ['id'],
  role_grant: ['member_id', 'room_id'],
  room: ['id'],
  room_match: ['room_id', 'lost_room_id'],
  room_rule: ['room_id', 'from_day'],
  segment: ['account_id', 'name'],
  tag: ['account_id', 'name'],
  tag_rule: ['id'],
  ticket: ['id'],
  tier_rung: ['account_id', 'name'],
  todo: ['id'],
  trial: ['id'],
} as const satisfies { readonly [T in keyof Schema]?: readonly (keyof Schema[T])[] };

export type WatchedTable = keyof typeof WATCHED_TABLES;
export type ColumnOf<T extends WatchedTable> = keyof Schema[T] & string;
/** Values of some columns; all rows that have them are meant. */
export type RowKey<T extends WatchedTable> = Partial<Selectable<Schema[T]>>;

export type Cell = number | string | null;
export type RowImage = Readonly<Record<string, Cell>>;

/** A row that was changed, by its primary key: the columns that changed, or all that were watched where the row came or went. */
export interface RowChange {
  readonly table: WatchedTable;
  readonly key: RowImage;
  /** Null where there was no row. */
  readonly before: RowImage | null;
  /** Null where there is none any more. */
  readonly after: RowImage | null;
}

/** All rows with the key, whole, held until the transaction ends. */
export async function listImages(tx: Tx, table: WatchedTable, key: RowImage): Promise<RowImage[]> {
  let query = plainly(tx).selectFrom(table).selectAll();
  for (const [column, value] of Object.entries(key)) {
    query = value === null ? query.where(column, 'is', null) : query.where(column, '=', value);
  }
  return lockRows(tx, query).execute();
}

function keyOf(table: WatchedTable, row: RowImage): RowImage {
  return pick(row, WATCHED_TABLES[table]);
}

/** What was changed between the two; `columns` alone count in rows that stay, all unless told. */
export function compareImages(
  table: WatchedTable,
  before: readonly RowImage[],
  after: readonly RowImage[],
  columns?: readonly string[],
): RowChange[] {
  const left = new Map(after.map((row) => [nameOf(table, row), row]));
  const changes: RowChange[] = [];
  for (const row of before) {
    const now = left.get(nameOf(table, row)) ?? null;
    left.delete(nameOf(table, row));
    const key = keyOf(table, row);
    if (now === null) changes.push({ table, key, before: row, after: null });
    else changes.push(...changedCells(row, now, columns).map((cells) => ({ table, key, ...cells })));
  }
  const came = [...left.values()];
  return [
    ...changes,
    ...came.map((row) => ({ table, key: keyOf(table, row), before: null, after: pick(row, columns) })),
  ];
}

function changedCells(
  before: RowImage,
  after: RowImage,
  columns: readonly string[] = Object.keys(before),
): { readonly before: RowImage; readonly after: RowImage }[] {
  const changed = columns.filter((column) => before[column] !== after[column]);
  return changed.length === 0 ? [] : [{ before: pick(before, changed), after: pick(after, changed) }];
}

function pick(row: RowImage, columns: readonly string[] = Object.keys(row)): RowImage {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

function nameOf(table: WatchedTable, row: RowImage): string {
  return JSON.stringify(Object.values(keyOf(table, row)));
}

/** Which table it is turns out only when it runs. */
export function plainly(tx: Tx): Kysely<Record<string, Record<string, Cell>>> {
  return tx as unknown as Kysely<Record<string, Record<string, Cell>>>;
}
