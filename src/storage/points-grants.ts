/** Points that managers gave or took, each with the reason that they wrote. What became of it is in the ledger. */

import type { MemberId, MembershipKey, PointsGrantId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface PointsGrant extends MembershipKey {
  readonly amount: number;
  readonly reason: string;
  readonly by: MemberId;
  readonly at: number;
}

export async function appendGrant(tx: Tx, grant: PointsGrant): Promise<PointsGrantId> {
  const { roomId, memberId, amount, reason, by, at } = grant;
  const row = await tx
    .insertInto('points_grant')
    .values({ room_id: roomId, member_id: memberId, amount, reason: cleanText(reason), by_member_id: by, at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function readGrant(tx: Tx, id: PointsGrantId): Promise<PointsGrant> {
  return tx
    .selectFrom('points_grant')
    .select(['room_id as roomId', 'member_id as memberId', 'amount', 'reason', 'by_member_id as by', 'at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
