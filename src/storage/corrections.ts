/** Check-ins that came or went after the review of their day had been posted: appended, and told by a later review. */

import type { MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface Correction extends MembershipKey {
  readonly day: LocalDay;
  readonly change: 'added' | 'removed';
  /** The first day whose review can tell of it. */
  readonly toldIn: LocalDay;
  readonly at: number;
}

export async function appendCorrection(tx: Tx, correction: Correction): Promise<void> {
  const { roomId, memberId, day, change, toldIn, at } = correction;
  await tx
    .insertInto('correction')
    .values({ room_id: roomId, member_id: memberId, day, change, told_in: toldIn, at })
    .execute();
}

export interface NamedCorrection extends Omit<Correction, 'toldIn' | 'at'> {
  readonly name: string;
}

/** Those that a review of `upTo` tells where the last one that was posted was that of `after`; the earliest first. */
export async function listUntold(
  tx: Tx,
  roomId: RoomId,
  { after, upTo }: { readonly after: LocalDay; readonly upTo: LocalDay },
): Promise<readonly NamedCorrection[]> {
  return listBetween.all(tx, { roomId, after, upTo });
}

const listBetween = defineStatement((tx, p: { roomId: RoomId; after: LocalDay; upTo: LocalDay }) =>
  tx
    .selectFrom('correction')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'correction.room_id')
        .onRef('membership.member_id', '=', 'correction.member_id'),
    )
    .select(['correction.room_id as roomId', 'correction.member_id as memberId', 'day', 'change', 'name'])
    .where('correction.room_id', '=', p.roomId)
    .where('told_in', '>', p.after)
    .where('told_in', '<=', p.upTo)
    .orderBy('correction.id'),
);
