/**
 * Rows that go along when somebody is recognised as another member: what they redeemed, won, answered and were given.
 *
 * Memberships, check-ins, leave and the ledger have ways of their own. What both faces have, and one may have only once,
 * stays where it is.
 */

import type { MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { plainly } from './row-images.js';
import type { Schema } from './schema.js';

interface Followed {
  readonly table: keyof Schema;
  /** Tells a row of one member from their others. */
  readonly by: string;
  /** Of which a member may have one only; absent where there may be any number. */
  readonly once?: readonly string[];
}

const FOLLOWED: readonly Followed[] = [
  { table: 'badge_grant', by: 'id', once: ['room_id', 'badge'] },
  { table: 'camp_member', by: 'camp_id', once: ['camp_id'] },
  { table: 'card_event', by: 'id' },
  { table: 'chain_question', by: 'id' },
  { table: 'coupon_code', by: 'id' },
  { table: 'core_user', by: 'account_id', once: ['account_id'] },
  { table: 'draw_entry', by: 'draw_id', once: ['draw_id'] },
  { table: 'entitlement', by: 'id' },
  { table: 'flash_sale_order', by: 'sale_id', once: ['sale_id'] },
  { table: 'offence', by: 'id' },
  { table: 'invitation_code', by: 'account_id', once: ['account_id'] },
  { table: 'member_class', by: 'axis', once: ['account_id', 'axis'] },
  { table: 'member_source', by: 'account_id', once: ['account_id'] },
  { table: 'member_tag', by: 'tag', once: ['account_id', 'tag'] },
  { table: 'member_tier', by: 'account_id', once: ['account_id'] },
  { table: 'move', by: 'id', once: ['account_id', 'course_id', 'state'] },
  { table: 'points_grant', by: 'id' },
  { table: 'private_contact', by: 'account_id', once: ['account_id'] },
  { table: 'quiz_answer', by: 'quiz_id', once: ['quiz_id'] },
  { table: 'red_packet', by: 'id' },
  { table: 'redemption', by: 'id' },
  { table: 'sales_order', by: 'id' },
  { table: 'tag_change', by: 'id' },
  { table: 'tier_change', by: 'id' },
  { table: 'todo', by: 'id' },
  { table: 'trial', by: 'id', once: ['account_id', 'course_id'] },
  { table: 'trust_event', by: 'id', once: ['kind', 'ref'] },
];

/** Numbers but for tags and classes, which are told apart by their words. */
type Key = number | string;

/** The rows of a table that went over, by what tells them apart. */
export interface FollowedRows {
  readonly table: string;
  readonly keys: readonly Key[];
}

/** Gives the rows of `from` to `to`. Both have memberships in the same rooms by now. */
export async function moveRows(tx: Tx, from: MemberId, to: MemberId): Promise<FollowedRows[]> {
  const moved: FollowedRows[] = [];
  for (const followed of FOLLOWED) {
    const keys = await listMovable(tx, followed, from, to);
    await giveRows(tx, followed, { keys, from, to });
    if (keys.length > 0) moved.push({ table: followed.table, keys });
  }
  return moved;
}

/** Gives back what went over to `from`; what came since stays. */
export async function returnRows(tx: Tx, moved: readonly FollowedRows[], from: MemberId, to: MemberId): Promise<void> {
  for (const { table, keys } of moved) {
    const followed = FOLLOWED.find((one) => one.table === table);
    if (followed) await giveRows(tx, followed, { keys, from, to });
  }
}

async function listMovable(tx: Tx, { table, by, once = [] }: Followed, from: MemberId, to: MemberId): Promise<Key[]> {
  const rowsOf = (id: MemberId) =>
    plainly(tx)
      .selectFrom(table)
      .select([...new Set([by, ...once])])
      .where('member_id', '=', id)
      .execute();
  const nameOf = (row: Readonly<Record<string, unknown>>) => JSON.stringify(once.map((column) => row[column]));
  const taken = new Set(once.length === 0 ? [] : (await rowsOf(to)).map(nameOf));
  const rows = await rowsOf(from);
  return rows.filter((row) => once.length === 0 || !taken.has(nameOf(row))).map((row) => keyIn(row[by]));
}

/** PostgreSQL gives wide numbers as text where nobody knows their column. */
function keyIn(value: unknown): Key {
  return typeof value === 'string' && !/^\d+$/u.test(value) ? value : Number(value);
}

interface Handed {
  readonly keys: readonly Key[];
  readonly from: MemberId;
  readonly to: MemberId;
}

async function giveRows(tx: Tx, { table, by }: Followed, { keys, from, to }: Handed): Promise<void> {
  if (keys.length === 0) return;
  await plainly(tx)
    .updateTable(table)
    .set({ member_id: to })
    .where('member_id', '=', from)
    .where(by, 'in', [...keys])
    .execute();
}
