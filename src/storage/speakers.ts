/** Who speaks in a room, found in one look: the member, the membership and its standing. */

import type { AccountId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import type { Member } from './members.js';
import { keepStanding, STANDING_COLUMNS } from './standings.js';
import { defineStatement } from './statement.js';

interface Heard {
  readonly accountId: AccountId;
  readonly platformId: string;
  readonly roomId: RoomId;
}

const findInRoom = defineStatement((tx, p: Heard) =>
  tx
    .selectFrom('member_identity')
    .innerJoin('membership', 'membership.member_id', 'member_identity.member_id')
    .select(['membership.member_id as memberId', 'membership.name', 'membership.left_at as leftAt'])
    .select(STANDING_COLUMNS)
    .where('member_identity.account_id', '=', p.accountId)
    .where('member_identity.platform_id', '=', p.platformId)
    .where('membership.room_id', '=', p.roomId),
);

/** Nearly everybody who speaks: undefined unless they are noted as present in the room, under the name they use now. */
export async function findPresentSpeaker(
  tx: Tx,
  heard: Heard & { readonly name: string },
): Promise<Member | undefined> {
  const found = await findInRoom.first(tx, heard);
  if (found === undefined || found.leftAt !== null) return undefined;
  const { memberId, name } = found;
  if (name === '' || name !== heard.name) return undefined;
  keepStanding(tx, { roomId: heard.roomId, memberId }, found);
  return { id: memberId, name };
}
