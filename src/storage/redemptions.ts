/** Redemptions: who had which gift for how many points, and what became of it. */

import type { RedemptionState } from '../domain/gift.js';
import type { AccountId, GiftId, MemberId, MembershipKey, RedemptionId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Redemption extends MembershipKey {
  readonly id: RedemptionId;
  readonly giftId: GiftId;
  readonly quantity: number;
  readonly price: number;
  readonly bookings: number;
  readonly state: RedemptionState;
  readonly address: string | null;
  readonly note: string | null;
  readonly at: number;
}

export const REDEMPTION_COLUMNS = [
  'redemption.id',
  'redemption.gift_id as giftId',
  'redemption.room_id as roomId',
  'redemption.member_id as memberId',
  'redemption.quantity',
  'redemption.price',
  'redemption.bookings',
  'redemption.state',
  'redemption.address',
  'redemption.note',
  'redemption.at',
] as const;

export interface NewRedemption extends MembershipKey {
  readonly giftId: GiftId;
  readonly quantity: number;
  readonly price: number;
  readonly state: RedemptionState;
  readonly at: number;
}

export async function appendRedemption(tx: Tx, redemption: NewRedemption): Promise<RedemptionId> {
  const { giftId, roomId, memberId, quantity, price, state, at } = redemption;
  const done = state === 'pending' ? null : at;
  const row = await tx
    .insertInto('redemption')
    .values({ gift_id: giftId, room_id: roomId, member_id: memberId, quantity, price, state, at, done_at: done })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** How many of the gift the member has had in all rooms, those that were called off not counted. */
export async function countTaken(tx: Tx, giftId: GiftId, memberId: MemberId): Promise<number> {
  const row = await tx
    .selectFrom('redemption')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('quantity'), eb.lit(0)).as('count'))
    .where('gift_id', '=', giftId)
    .where('member_id', '=', memberId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Of rooms of the account. Nobody else changes it until the transaction ends. */
export async function lockRedemption(tx: Tx, accountId: AccountId, id: number): Promise<Redemption | undefined> {
  const gifts = tx.selectFrom('gift').select('gift.id').where('account_id', '=', accountId);
  const query = tx
    .selectFrom('redemption')
    .select(REDEMPTION_COLUMNS)
    .where('redemption.id', '=', id as RedemptionId)
    .where('gift_id', 'in', gifts);
  return lockRows(tx, query).executeTakeFirst();
}

export interface Outcome {
  readonly state: RedemptionState;
  readonly note: string | null;
  readonly by: MemberId | null;
  readonly at: number;
}

export async function markRedemption(tx: Tx, id: RedemptionId, { state, note, by, at }: Outcome): Promise<void> {
  await tx
    .updateTable('redemption')
    .set({ state, note: note === null ? null : cleanText(note), done_by: by, done_at: state === 'pending' ? null : at })
    .where('id', '=', id)
    .execute();
}

/** Holds again, and is paid for once more. */
export async function markBookedAgain(tx: Tx, { id, bookings }: Redemption, state: RedemptionState): Promise<void> {
  const again = { state, bookings: bookings + 1, note: null, done_by: null, done_at: null };
  await tx.updateTable('redemption').set(again).where('id', '=', id).execute();
}

export async function saveAddress(tx: Tx, ids: readonly RedemptionId[], address: string): Promise<void> {
  await tx
    .updateTable('redemption')
    .set({ address: cleanText(address) })
    .where('id', 'in', ids)
    .execute();
}
