/**
 * Which ids of the platform are whose: rows that are added, or go over to another member or room, and are never dropped.
 *
 * A member or room is lost when a login changed all ids and none of the new ones has been found to be theirs.
 */

import type { Acquaintance } from '../domain/binding.js';
import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { sessionOf } from './sessions.js';
import { defineStatement } from './statement.js';

/** The id by which the account reaches the room now; undefined while the room is lost. */
export async function findRoomPlatformId(tx: Tx, id: RoomId, accountId: AccountId): Promise<string | undefined> {
  return (await findPlatformId.first(tx, { id, accountId }))?.platform_id;
}

const findPlatformId = defineStatement((tx, p: { id: RoomId; accountId: AccountId }) =>
  tx
    .selectFrom('room_identity')
    .select('platform_id')
    .where('room_id', '=', p.id)
    .where('account_id', '=', p.accountId)
    .where('session', '=', sessionOf(tx, p.accountId))
    .limit(1),
);

/** The owner, when a login has left the bot without one whom it knows: on no account does any owner have an id now. */
export async function findLostOwner(tx: Tx): Promise<MemberId | undefined> {
  const owners = await tx
    .selectFrom('role_grant')
    .select('member_id as id')
    .where('role', '=', 'owner')
    .orderBy('granted_at')
    .execute();
  const here = await tx
    .selectFrom('role_grant')
    .innerJoin('member_identity', 'member_identity.member_id', 'role_grant.member_id')
    .innerJoin('account', 'account.id', 'member_identity.account_id')
    .select('role_grant.member_id')
    .where('role', '=', 'owner')
    .whereRef('member_identity.session', '=', 'account.session')
    .limit(1)
    .execute();
  return here.length > 0 ? undefined : owners[0]?.id;
}

/** Locks the members until the transaction ends, so that neither is recognised twice at a time. */
export async function lockMembers(tx: Tx, ids: readonly MemberId[]): Promise<void> {
  await lockRows(tx, tx.selectFrom('member').select('id').where('id', 'in', ids).orderBy('id')).execute();
}

/** An id on another account counts as a former one: somebody known by it is not new. */
export async function readAcquaintance(tx: Tx, accountId: AccountId, id: MemberId): Promise<Acquaintance> {
  const { name } = await tx.selectFrom('member').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  const { session } = await sessionOf(tx, accountId).executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('member_identity')
    .select(['account_id as account', 'session'])
    .where('member_id', '=', id)
    .execute();
  const isPresent = (row: (typeof rows)[0]): boolean => row.account === accountId && row.session === session;
  return { name, hasPresentId: rows.some(isPresent), hasFormerId: rows.some((row) => !isPresent(row)) };
}

/** Gives the ids that `from` has in the present session to `to`. Returns them. */
export async function moveIdentities(
  tx: Tx,
  accountId: AccountId,
  from: MemberId,
  to: MemberId,
): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('member_identity')
    .set({ member_id: to })
    .where('member_id', '=', from)
    .where('account_id', '=', accountId)
    .where('session', '=', sessionOf(tx, accountId))
    .returning('platform_id')
    .execute();
  return rows.map((row) => row.platform_id);
}

export async function returnIdentities(
  tx: Tx,
  accountId: AccountId,
  platformIds: readonly string[],
  to: MemberId,
): Promise<void> {
  await tx
    .updateTable('member_identity')
    .set({ member_id: to })
    .where('account_id', '=', accountId)
    .where('platform_id', 'in', platformIds)
    .execute();
}

/** What waits to be said to `from` in private is said to `to`. */
export async function redirectWaiting(tx: Tx, from: MemberId, to: MemberId): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ member_id: to })
    .where('member_id', '=', from)
    .where('state', '=', 'planned')
    .execute();
}

/** These ids are met in the present session, whichever they were first seen in. */
export async function markSeen(
  tx: Tx,
  accountId: AccountId,
  { room, people }: { readonly room: string; readonly people: readonly string[] },
): Promise<void> {
  const session = sessionOf(tx, accountId);
  await tx
    .updateTable('room_identity')
    .set({ session })
    .where('account_id', '=', accountId)
    .where('platform_id', '=', room)
    .execute();
  if (people.length === 0) return;
  await tx
    .updateTable('member_identity')
    .set({ session })
    .where('account_id', '=', accountId)
    .where('platform_id', 'in', people)
    .execute();
}
