/** Redemptions with the words that they are shown by: of one member, or those that still have to be handed out. */

import type { AccountId, MemberId, RedemptionId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { type Redemption, REDEMPTION_COLUMNS } from './redemptions.js';
import type { Flag } from './schema.js';

export interface ShownRedemption extends Redemption {
  readonly gift: string;
  /** The member's, in the room. */
  readonly name: string;
  readonly needsAddress: boolean;
}

function shown(tx: Tx) {
  return tx
    .selectFrom('redemption')
    .innerJoin('gift', 'gift.id', 'redemption.gift_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'redemption.room_id')
        .onRef('membership.member_id', '=', 'redemption.member_id'),
    )
    .select(REDEMPTION_COLUMNS)
    .select(['gift.name as gift', 'membership.name', 'gift.needs_address as needsAddress']);
}

function toShown<Row extends { readonly needsAddress: Flag }>(row: Row) {
  return { ...row, needsAddress: row.needsAddress === 1 };
}

export async function readShownRedemption(tx: Tx, id: RedemptionId): Promise<ShownRedemption> {
  return toShown(await shown(tx).where('redemption.id', '=', id).executeTakeFirstOrThrow());
}

/** What still has to be handed out, the longest waiting first: in one room, or in all rooms of the account. */
export async function listPending(
  tx: Tx,
  accountId: AccountId,
  roomId: RoomId | undefined,
): Promise<ShownRedemption[]> {
  const all = shown(tx)
    .where('redemption.state', '=', 'pending')
    .where('gift.account_id', '=', accountId)
    .orderBy('redemption.id');
  const rows = await (roomId === undefined ? all : all.where('redemption.room_id', '=', roomId)).execute();
  return rows.map(toShown);
}

/** The newest first. */
export async function listOwnRedemptions(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
  limit: number,
): Promise<ShownRedemption[]> {
  const rows = await shown(tx)
    .where('redemption.member_id', '=', memberId)
    .where('gift.account_id', '=', accountId)
    .orderBy('redemption.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toShown);
}
