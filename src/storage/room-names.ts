/** By which names the people in a room are known: the one used there, and their own. */

import type { MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';

export interface KnownName {
  readonly memberId: MemberId;
  readonly name: string;
}

/** Of everybody who is there, each name once a person. */
export async function listNamesIn(tx: Tx, roomId: RoomId): Promise<KnownName[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member_id')
    .select(['membership.member_id as memberId', 'membership.name as shown', 'member.name as own'])
    .where('room_id', '=', roomId)
    .where('left_at', 'is', null)
    .orderBy('membership.member_id')
    .execute();
  return rows.flatMap(({ memberId, shown, own }) =>
    [...new Set([shown, own])].filter((name) => name !== '').map((name) => ({ memberId, name })),
  );
}

/** The name used in the room, also of somebody who has left it. */
export async function findNameIn(tx: Tx, { roomId, memberId }: MembershipKey): Promise<string | undefined> {
  const row = await tx
    .selectFrom('membership')
    .select('name')
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row?.name;
}
