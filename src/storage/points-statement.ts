/** A member's statement: the last entries of their ledger, with what each of them was for. */

import { sql } from 'kysely';
import type { MembershipKey, PointsGrantId, RedemptionId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { PointsReason } from '../domain/points.js';
import type { Tx } from './database.js';

export interface StatementLine {
  readonly amount: number;
  readonly balance: number;
  readonly reason: PointsReason;
  readonly day: LocalDay;
  /** What a manager wrote, or the name of the gift; undefined where the reason says it all. */
  readonly about: string | undefined;
}

/** The newest first, read along the chain: what the ledger holds of others or of long ago is not looked at. */
export async function listStatement(tx: Tx, key: MembershipKey, limit: number): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  for (const { ref, ...row } of await listLast(tx, key, limit)) {
    lines.push({ ...row, about: ref === null ? undefined : await readAbout(tx, ref) });
  }
  return lines;
}

async function listLast(tx: Tx, key: MembershipKey, limit: number) {
  return tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership')
        .innerJoin('points_entry', 'points_entry.id', 'membership.last_entry_id')
        .select(['points_entry.id', 'previous_id', 'amount', 'balance', 'reason', 'day', 'ref'])
        .select(sql<number>`1`.as('depth'))
        .where('membership.room_id', '=', key.roomId)
        .where('membership.member_id', '=', key.memberId)
        .unionAll(
          db
            .selectFrom('chain')
            .innerJoin('points_entry as one', 'one.id', 'chain.previous_id')
            .select(['one.id', 'one.previous_id', 'one.amount', 'one.balance', 'one.reason', 'one.day', 'one.ref'])
            .select(sql<number>`chain.depth + 1`.as('depth'))
            .where('chain.depth', '<', limit),
        ),
    )
    .selectFrom('chain')
    .select(['amount', 'balance', 'reason', 'day', 'ref'])
    .orderBy('depth')
    .execute();
}

/** `grant:3`, `redemption:12`, `redemption:12/2`, each perhaps with the reason that a reversal takes back before it. */
const REF = /(?:^| )(grant|redemption):(\d+)/u;

async function readAbout(tx: Tx, ref: string): Promise<string | undefined> {
  const [, kind, id] = REF.exec(ref) ?? [];
  if (kind === 'grant') return readGrantReason(tx, Number(id) as PointsGrantId);
  return kind === 'redemption' ? readGiftName(tx, Number(id) as RedemptionId) : undefined;
}

async function readGrantReason(tx: Tx, id: PointsGrantId): Promise<string | undefined> {
  const row = await tx.selectFrom('points_grant').select('reason').where('id', '=', id).executeTakeFirst();
  return row?.reason;
}

async function readGiftName(tx: Tx, id: RedemptionId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('redemption')
    .innerJoin('gift', 'gift.id', 'redemption.gift_id')
    .select('gift.name')
    .where('redemption.id', '=', id)
    .executeTakeFirst();
  return row?.name;
}
