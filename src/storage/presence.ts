/** Who is in a room: noted when they come, speak or go. */

import { type RawBuilder, sql } from 'kysely';
import type { AccountId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { inSlices } from './slices.js';
import { defineStatement } from './statement.js';

/** A person and the name that they use in a room. */
type Named = readonly [memberId: MemberId, name: string];

/** Notes that the person is in the room, under the name used there; an empty one changes nothing. */
export async function markPresent(tx: Tx, key: MembershipKey, name: string, now: number): Promise<void> {
  const before = await findMembership.first(tx, key);
  if (before === undefined) return addMemberships(tx, key.roomId, [[key.memberId, name]], now);
  const change = changeOf(before, name, now);
  if (change) await updateMembership(tx, key, change);
}

/** The same of many at once. Resolves to those who have never been in the room before. */
export async function markAllPresent(
  tx: Tx,
  roomId: RoomId,
  people: Iterable<Named>,
  now: number,
): Promise<Set<MemberId>> {
  const newcomers = new Set<MemberId>();
  for (const some of inSlices([...people])) {
    const known = await listMemberships(tx, roomId, some);
    const unknown = some.filter(([memberId]) => !known.has(memberId));
    if (unknown.length > 0) await addMemberships(tx, roomId, unknown, now);
    for (const [memberId] of unknown) newcomers.add(memberId);
    for (const [memberId, name] of some) {
      const before = known.get(memberId);
      const change = before && changeOf(before, name, now);
      if (change) await updateMembership(tx, { roomId, memberId }, change);
    }
  }
  return newcomers;
}

interface Presence {
  readonly name: string;
  readonly left_at: number | null;
}

async function listMemberships(tx: Tx, roomId: RoomId, people: readonly Named[]): Promise<Map<MemberId, Presence>> {
  const ids = people.map(([memberId]) => memberId);
  const rows = await tx
    .selectFrom('membership')
    .select(['member_id as id', 'name', 'left_at'])
    .where('room_id', '=', roomId)
    .where('member_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...before }) => [id, before]));
}

async function addMemberships(tx: Tx, room_id: RoomId, people: readonly Named[], now: number): Promise<void> {
  const rows = people.map(([member_id, name]) => ({ room_id, member_id, name: cleanText(name), joined_at: now }));
  await tx.insertInto('membership').values(rows).execute();
}

/** With somebody who was in the room before, and is there now; undefined for nothing. */
function changeOf(before: Presence, name: string, now: number): MembershipChange | undefined {
  const shown = cleanText(name);
  const current = { name: shown === '' ? before.name : shown };
  if (before.left_at !== null) return { ...current, left_at: null, joined_at: now };
  return current.name === before.name ? undefined : current;
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
