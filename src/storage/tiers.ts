/** An account's ladder, and where its members stand on it. */

import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Perks, TierFigures, TierRung } from '../domain/tier.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { defineStatement } from './statement.js';

/** Its own, in ascending order; none where it is the usual one. */
export async function listRungs(tx: Tx, accountId: AccountId): Promise<TierRung[]> {
  const rows = await listRows.all(tx, { accountId });
  return rows.map(({ name, needs, perks }) => ({
    name,
    needs: JSON.parse(needs) as Partial<TierFigures>,
    perks: JSON.parse(perks) as Perks,
  }));
}

const listRows = defineStatement((tx, p: { accountId: AccountId }) =>
  tx.selectFrom('tier_rung').select(['name', 'needs', 'perks']).where('account_id', '=', p.accountId).orderBy('place'),
);

/** All of them, in place of those that were. */
export async function saveRungs(tx: Tx, accountId: AccountId, rungs: readonly TierRung[]): Promise<void> {
  await tx.deleteFrom('tier_rung').where('account_id', '=', accountId).execute();
  const rows = rungs.map(({ name, needs, perks }, place) => ({
    account_id: accountId,
    name: cleanText(name),
    place,
    needs: JSON.stringify(needs),
    perks: JSON.stringify(perks),
  }));
  await tx.insertInto('tier_rung').values(rows).execute();
}

export interface MemberTier {
  readonly tier: string;
  readonly how: 'rule' | 'manual';
  readonly sinceAt: number;
  readonly belowSince: LocalDay | null;
  /** What staff last declined. */
  readonly declined: string | null;
}

const COLUMNS = ['tier', 'how', 'since_at as sinceAt', 'below_since as belowSince', 'declined'] as const;

/** Undefined for somebody on the lowest rung whom nobody has put there. */
export async function findTier(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<MemberTier | undefined> {
  const query = tx
    .selectFrom('member_tier')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId);
  return lockRows(tx, query).executeTakeFirst();
}

export async function findTierName(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('member_tier')
    .select('tier')
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.tier;
}

export async function saveTier(tx: Tx, accountId: AccountId, memberId: MemberId, standing: MemberTier): Promise<void> {
  const { tier, how, sinceAt, belowSince, declined } = standing;
  const values = { tier, how, since_at: sinceAt, below_since: belowSince, declined };
  await tx
    .insertInto('member_tier')
    .values({ account_id: accountId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'account_id']).doUpdateSet(values))
    .execute();
}

/** Of those who are in the room and have a row. */
export async function listTiersInRoom(
  tx: Tx,
  accountId: AccountId,
  roomId: RoomId,
): Promise<ReadonlyMap<MemberId, MemberTier>> {
  const rows = await listInRoom.all(tx, { accountId, roomId });
  return new Map(rows.map(({ memberId, ...standing }) => [memberId, standing]));
}

const listInRoom = defineStatement((tx, p: { accountId: AccountId; roomId: RoomId }) =>
  tx
    .selectFrom('membership')
    // Crosswise, since SQLite then begins with the room and never with all of the account.
    .crossJoin('member_tier')
    .select(['membership.member_id as memberId', ...COLUMNS])
    .whereRef('member_tier.member_id', '=', 'membership.member_id')
    .where('membership.room_id', '=', p.roomId)
    .where('membership.left_at', 'is', null)
    .where('member_tier.account_id', '=', p.accountId),
);

/** By tier, among those who are in a room of the account. Who has no row is not among them. */
export async function countOnTiers(tx: Tx, accountId: AccountId): Promise<ReadonlyMap<string, number>> {
  const present = tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select('membership.member_id')
    .where('membership.left_at', 'is', null)
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'in', ['trial', 'paid', 'core']);
  const rows = await tx
    .selectFrom('member_tier')
    .select('tier')
    .select((eb) => eb.fn.countAll<number | string>().as('people'))
    .where('account_id', '=', accountId)
    .where('member_id', 'in', present)
    .groupBy('tier')
    .execute();
  return new Map(rows.map(({ tier, people }) => [tier, Number(people)]));
}

/** Whoever stands there, in a room or not. */
export async function countHolders(tx: Tx, accountId: AccountId, tier: string): Promise<number> {
  const row = await tx
    .selectFrom('member_tier')
    .select((eb) => eb.fn.countAll<number | string>().as('people'))
    .where('account_id', '=', accountId)
    .where('tier', '=', tier)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}
