/** What an export shows of redemptions and red packets, in pages along primary keys. */

import type { RedemptionId, RedPacketId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { inZone } from './export-rows.js';
import { inPages, PAGE } from './pages.js';

export function pageRedemptions(tx: Tx) {
  return inPages({ id: 0 as RedemptionId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('redemption as one')
      .innerJoin('gift', 'gift.id', 'one.gift_id')
      .innerJoin('room', 'room.id', 'one.room_id')
      .innerJoin('membership', (join) =>
        join.onRef('membership.room_id', '=', 'one.room_id').onRef('membership.member_id', '=', 'one.member_id'),
      )
      .select(['one.id', 'one.room_id as roomId', 'topic', 'settings', 'one.member_id as memberId', 'membership.name'])
      .select(['gift.name as gift', 'quantity', 'one.price', 'state', 'at', 'done_at as doneAt', 'note'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageRedPackets(tx: Tx) {
  return inPages({ id: 0 as RedPacketId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('red_packet as one')
      .innerJoin('room', 'room.id', 'one.room_id')
      .innerJoin('member', 'member.id', 'one.member_id')
      .select(['one.id', 'one.room_id as roomId', 'topic', 'settings', 'one.member_id as memberId', 'member.name'])
      .select(['amount', 'note', 'at', 'void_reason as voidReason'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}
