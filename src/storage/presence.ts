/** Who is in a room: noted when they come, speak or go. */

import { type RawBuilder, sql } from 'kysely';
import type { AccountId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface Arrival {
  /** True when the person was not in the room a moment ago. */
  readonly joined: boolean;
  /** True when the person has never been in the room before. */
  readonly firstTime: boolean;
}

/** Notes that the person is in the room, under the name used there. */
export async function markPresent(tx: Tx, key: MembershipKey, name: string, now: number): Promise<Arrival> {
  const known = await findMembership.first(tx, key);
  const shown = cleanText(name);
  if (known === undefined) {
    await tx
      .insertInto('membership')
      .values({ room_id: key.roomId, member_id: key.memberId, name: shown, joined_at: now })
      .execute();
    return { joined: true, firstTime: true };
  }
  const returns = known.left_at !== null;
  if (returns || (shown !== '' && known.name !== shown)) {
    const current = { name: shown === '' ? known.name : shown };
    await updateMembership(tx, key, returns ? { ...current, left_at: null, joined_at: now } : current);
  }
  return { joined: returns, firstTime: false };
}

/** Notes that the person is gone. Returns false when they were not there. */
export async function markLeft(tx: Tx, key: MembershipKey, now: number): Promise<boolean> {
  const known = await findMembership.first(tx, key);
  if (known === undefined || known.left_at !== null) return false;
  await updateMembership(tx, key, { left_at: now });
  return true;
}

export async function markWelcomed(tx: Tx, key: MembershipKey, now: number): Promise<void> {
  await updateMembership(tx, key, { welcomed_at: now });
}

const findMembership = defineStatement((tx, p: MembershipKey) =>
  tx
    .selectFrom('membership')
    .select(['name', 'left_at'])
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId),
);

interface MembershipChange {
  readonly name?: string;
  readonly left_at?: number | null;
  readonly joined_at?: number;
  readonly welcomed_at?: number;
}

async function updateMembership(tx: Tx, key: MembershipKey, change: MembershipChange): Promise<void> {
  await tx
    .updateTable('membership')
    .set(change)
    .where('room_id', '=', key.roomId)
    .where('member_id', '=', key.memberId)
    .execute();
}

/** Whether the person is in the room now. */
export async function isPresent(tx: Tx, key: MembershipKey): Promise<boolean> {
  const known = await findMembership.first(tx, key);
  return known !== undefined && known.left_at === null;
}

/** A person in a room, by an id of the platform's: one row for each id that the account ever knew of them, null when it knew none. */
export interface PresentPerson {
  readonly memberId: MemberId;
  readonly platformId: string | null;
  readonly name: string;
}

export async function listPresentPeople(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<PresentPerson[]> {
  return tx
    .selectFrom('membership')
    .leftJoin('member_identity', (join) =>
      join
        .onRef('member_identity.member_id', '=', 'membership.member_id')
        .on('member_identity.account_id', '=', accountId),
    )
    .select(['membership.member_id as memberId', 'member_identity.platform_id as platformId', 'membership.name'])
    .where('membership.room_id', '=', roomId)
    .where('membership.left_at', 'is', null)
    .orderBy('membership.member_id')
    .execute();
}

/** The member's seats in rooms of the account that are run for members. */
export function seatsOf(tx: Tx, accountId: AccountId, memberId: RawBuilder<unknown>) {
  return tx
    .selectFrom('membership as one')
    .innerJoin('room', 'room.id', 'one.room_id')
    .select('one.member_id')
    .where('one.member_id', '=', sql<MemberId>`${memberId}`)
    .where('one.left_at', 'is', null)
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'in', ['trial', 'paid', 'core']);
}
