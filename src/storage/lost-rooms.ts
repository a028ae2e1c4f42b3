/** Rooms that a login lost, rooms that were first seen since, and what speaks for their being the same. */

import type { AccountId, IdentityLogId, MemberId, RoomId } from '../domain/ids.js';
import type { RoomMatch } from '../domain/room-match.js';
import type { Tx } from './database.js';
import { sessionOf } from './sessions.js';

export interface SeenRoom {
  readonly id: RoomId;
  readonly topic: string;
}

/** Registered, and without an id in the present session. */
export async function listLostRooms(tx: Tx, accountId: AccountId): Promise<SeenRoom[]> {
  return tx
    .selectFrom('room')
    .select(['room.id', 'topic'])
    .where('room.account_id', '=', accountId)
    .where('kind', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('room_identity')
            .select('room_id')
            .whereRef('room_id', '=', 'room.id')
            .where('room_identity.account_id', '=', accountId)
            .where('room_identity.session', '=', sessionOf(tx, accountId)),
        ),
      ),
    )
    .orderBy('room.id')
    .execute();
}

/** Not registered, and first seen in the present session. */
export async function listFreshRooms(tx: Tx, accountId: AccountId): Promise<(SeenRoom & { platformId: string })[]> {
  return tx
    .selectFrom('room_identity')
    .innerJoin('room', 'room.id', 'room_identity.room_id')
    .select(['room.id', 'topic', 'platform_id as platformId'])
    .where('room_identity.account_id', '=', accountId)
    .where('room_identity.session', '=', sessionOf(tx, accountId))
    .where('kind', 'is', null)
    .orderBy('room.id')
    .execute();
}

export async function saveRoomMatch(tx: Tx, roomId: RoomId, lostRoomId: RoomId, match: RoomMatch): Promise<void> {
  const { shared, seen, known } = match;
  await tx
    .insertInto('room_match')
    .values({ room_id: roomId, lost_room_id: lostRoomId, shared, seen, known })
    .onConflict((conflict) => conflict.columns(['room_id', 'lost_room_id']).doUpdateSet({ shared, seen, known }))
    .execute();
}

export async function findRoomMatch(tx: Tx, roomId: RoomId, lostRoomId: RoomId): Promise<RoomMatch | undefined> {
  return tx
    .selectFrom('room_match')
    .select(['shared', 'seen', 'known'])
    .where('room_id', '=', roomId)
    .where('lost_room_id', '=', lostRoomId)
    .executeTakeFirst();
}

export interface RecognisedRoom {
  readonly accountId: AccountId;
  readonly fresh: SeenRoom;
  readonly lostId: RoomId;
  readonly by: MemberId;
  readonly at: number;
}

/** The lost room goes on under the ids of the other. Its member list counts as never read, so that nobody is greeted anew. */
export async function markRecognised(
  tx: Tx,
  { accountId, fresh, lostId, by, at }: RecognisedRoom,
): Promise<IdentityLogId> {
  await tx
    .updateTable('room_identity')
    .set({ room_id: lostId })
    .where('room_id', '=', fresh.id)
    .where('account_id', '=', accountId)
    .execute();
  await tx.updateTable('room').set({ topic: fresh.topic, roster_at: null }).where('id', '=', lostId).execute();
  await tx
    .deleteFrom('room_match')
    .where((eb) => eb.or([eb('room_id', '=', fresh.id), eb('lost_room_id', '=', lostId)]))
    .execute();
  const log = { kept_id: lostId, folded_id: fresh.id, by_member_id: by, details: '', at };
  const row = await tx
    .insertInto('identity_log')
    .values({ account_id: accountId, how: 'room', ...log })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface RoomRecognition {
  readonly keptId: RoomId;
  readonly foldedId: RoomId;
  readonly at: number;
  readonly undoneAt: number | null;
}

export async function findRoomRecognition(
  tx: Tx,
  accountId: AccountId,
  id: IdentityLogId,
): Promise<RoomRecognition | undefined> {
  const row = await tx
    .selectFrom('identity_log')
    .select(['kept_id', 'folded_id', 'at', 'undone_at as undoneAt'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('how', '=', 'room')
    .executeTakeFirst();
  return row && { ...row, keptId: row.kept_id as RoomId, foldedId: row.folded_id as RoomId };
}

/** The room is lost again. Who came with the wrong one is gone, and who went missing there never left. */
export async function markRoomParted(
  tx: Tx,
  accountId: AccountId,
  { keptId, foldedId, at }: RoomRecognition,
  now: number,
): Promise<void> {
  await tx
    .updateTable('room_identity')
    .set({ room_id: foldedId })
    .where('room_id', '=', keptId)
    .where('account_id', '=', accountId)
    .where('session', '=', sessionOf(tx, accountId))
    .execute();
  const seats = () => tx.updateTable('membership').where('room_id', '=', keptId);
  await seats().set({ left_at: null }).where('joined_at', '<', at).where('left_at', '>=', at).execute();
  await seats().set({ left_at: now }).where('joined_at', '>=', at).where('left_at', 'is', null).execute();
  await tx.updateTable('room').set({ roster_at: null }).where('id', '=', keptId).execute();
}
