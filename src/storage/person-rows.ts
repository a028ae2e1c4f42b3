/**
 * Rows that go along when somebody is recognised as another member: what they redeemed, won, answered and were given.
 *
 * Memberships, check-ins, leave and the ledger have ways of their own, and so has what both faces have of a trial, a source or
 * a referral (`kit/fold-origins.ts`). What both have besides, and one may have only once, stays where it is.
 */

import type { MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { plainly } from './row-images.js';
import type { Schema } from './schema.js';

interface Followed {
  readonly table: keyof Schema;
  /** Where the member stands; `member_id` when absent. */
  readonly column?: string;
  /** Tells a row of one member from their others. */
  readonly by: string | readonly string[];
  /** Of which a member may have one only; absent where there may be any number. */
  readonly once?: readonly string[];
}

const FOLLOWED: readonly Followed[] = [
  { table: 'badge_grant', by: 'id', once: ['room_id', 'badge'] },
  { table: 'brought_day', by: ['room_id', 'day'], once: ['room_id', 'day'] },
  { table: 'camp_member', by: 'camp_id', once: ['camp_id'] },
  { table: 'card_event', by: 'id' },
  {
    table: 'card_notice',
    by: ['course_id', 'through_day', 'reminder'],
    once: ['course_id', 'through_day', 'reminder'],
  },
  { table: 'chain_question', by: 'id' },
  { table: 'coupon_code', by: 'id' },
  { table: 'core_user', by: 'account_id', once: ['account_id'] },
  { table: 'draw_entry', by: 'draw_id', once: ['draw_id'] },
  { table: 'entitlement', by: 'id' },
  { table: 'flash_sale_order', by: 'sale_id', once: ['sale_id'] },
  { table: 'offence', by: 'id' },
  { table: 'invitation_code', by: 'account_id', once: ['account_id'] },
  { table: 'kept_code', by: 'hash' },
  { table: 'member_class', by: 'axis', once: ['account_id', 'axis'] },
  { table: 'member_source', by: 'account_id', once: ['account_id'] },
  { table: 'member_source', column: 'inviter_id', by: ['account_id', 'member_id'] },
  { table: 'member_tag', by: 'tag', once: ['account_id', 'tag'] },
  { table: 'member_tier', by: 'account_id', once: ['account_id'] },
  { table: 'move', by: 'id', once: ['account_id', 'course_id', 'state'] },
  { table: 'points_grant', by: 'id' },
  { table: 'private_contact', by: 'account_id', once: ['account_id'] },
  { table: 'question', by: 'id' },
  { table: 'question_vote', by: 'question_id', once: ['question_id'] },
  { table: 'quiz_answer', by: 'quiz_id', once: ['quiz_id'] },
  { table: 'red_packet', by: 'id' },
  { table: 'redemption', by: 'id' },
  { table: 'referral', column: 'inviter_id', by: 'id' },
  { table: 'referral', column: 'newcomer_id', by: 'id', once: ['account_id'] },
  { table: 'sales_order', by: 'id' },
  { table: 'tag_change', by: 'id' },
  { table: 'ticket', by: 'id' },
  { table: 'tier_change', by: 'id' },
  { table: 'todo', by: 'id' },
  { table: 'trial', by: 'id', once: ['account_id', 'course_id'] },
  { table: 'trust_event', by: 'id', once: ['kind', 'ref'] },
];

/** Numbers but for tags and classes, which are told apart by their words. */
type Cell = number | string;
/** Several cells where it takes several columns. */
type Key = Cell | readonly Cell[];

/** The rows of a table that went over, by what tells them apart. */
export interface FollowedRows {
  readonly table: string;
  /** Absent for `member_id`. */
  readonly column?: string;
  readonly keys: readonly Key[];
}

/** Gives the rows of `from` to `to`. Both have memberships in the same rooms by now. */
export async function moveRows(tx: Tx, from: MemberId, to: MemberId): Promise<FollowedRows[]> {
  const moved: FollowedRows[] = [];
  for (const followed of FOLLOWED) {
    const keys = await listMovable(tx, followed, from, to);
    await giveRows(tx, followed, { keys, from, to });
    const { table, column } = followed;
    if (keys.length > 0) moved.push({ table, keys, ...(column !== undefined && { column }) });
  }
  return moved;
}

/** Gives back what went over to `from`; what came since stays. */
export async function returnRows(tx: Tx, moved: readonly FollowedRows[], from: MemberId, to: MemberId): Promise<void> {
  for (const { table, column, keys } of moved) {
    const followed = FOLLOWED.find((one) => one.table === table && one.column === column);
    if (followed) await giveRows(tx, followed, { keys, from, to });
  }
}

async function listMovable(tx: Tx, followed: Followed, from: MemberId, to: MemberId): Promise<Key[]> {
  const { table, by, column = 'member_id', once = [] } = followed;
  const rowsOf = (id: MemberId) =>
    plainly(tx)
      .selectFrom(table)
      .select([...new Set([by, once].flat())])
      .where(column, '=', id)
      .execute();
  const nameOf = (row: Readonly<Record<string, unknown>>) => JSON.stringify(once.map((one) => row[one]));
  const taken = new Set(once.length === 0 ? [] : (await rowsOf(to)).map(nameOf));
  const rows = await rowsOf(from);
  const free = rows.filter((row) => once.length === 0 || !taken.has(nameOf(row)));
  return free.map((row) => (typeof by === 'string' ? cellIn(row[by]) : by.map((one) => cellIn(row[one]))));
}

/** PostgreSQL gives wide numbers as text where nobody knows their column. */
function cellIn(value: unknown): Cell {
  return typeof value === 'string' && !/^\d+$/u.test(value) ? value : Number(value);
}

interface Handed {
  readonly keys: readonly Key[];
  readonly from: MemberId;
  readonly to: MemberId;
}

async function giveRows(tx: Tx, followed: Followed, { keys, from, to }: Handed): Promise<void> {
  const { table, by, column = 'member_id' } = followed;
  if (keys.length === 0) return;
  const given = plainly(tx)
    .updateTable(table)
    .set({ [column]: to })
    .where(column, '=', from);
  if (typeof by === 'string') await given.where(by, 'in', keys.flat()).execute();
  else
    for (const key of keys)
      await named(by, [key].flat())
        .reduce((query, [one, cell]) => query.where(one, '=', cell), given)
        .execute();
}

function named(columns: readonly string[], cells: readonly Cell[]): ReadonlyArray<readonly [string, Cell]> {
  return columns.flatMap((column, index) => {
    const cell = cells[index];
    return cell === undefined ? [] : [[column, cell] as const];
  });
}
