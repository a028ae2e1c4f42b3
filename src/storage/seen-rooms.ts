/** A room as the chat shows it: found by what the platform calls it today. */

import { displayTopic } from '../domain/display-name.js';
import type { AccountId } from '../domain/ids.js';
import type { ChatRoom } from '../ports/chat-gateway.js';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { heardIn, noteHeardRooms } from './read-ahead.js';
import { Remembered } from './remembered.js';
import { type Room, ROOM_COLUMNS, toRoom } from './rooms.js';
import { sessionOf } from './sessions.js';
import { defineStatement } from './statement.js';

const heardRooms = defineStatement((tx, p: Batch) =>
  tx
    .selectFrom('room_identity')
    .innerJoin('room', 'room.id', 'room_identity.room_id')
    .select('room_identity.platform_id as platformId')
    .select(ROOM_COLUMNS)
    .where('room_identity.account_id', '=', p.accountId)
    .where('room_identity.platform_id', 'in', tx.selectFrom(heardIn(p)).select('heard.room')),
);

const byPlatformId = new Remembered({
  ahead: heardRooms,
  learn(tx, rows) {
    noteHeardRooms(
      tx,
      rows.map(({ id }) => id),
    );
  },
  statement: defineStatement((tx, p: { accountId: AccountId; platformId: string }) =>
    tx
      .selectFrom('room_identity')
      .innerJoin('room', 'room.id', 'room_identity.room_id')
      .select(ROOM_COLUMNS)
      .where('room_identity.account_id', '=', p.accountId)
      .where('room_identity.platform_id', '=', p.platformId),
  ),
  // Putting the account before it would cost as much as the rest of the look-up, and a process has but one.
  keyOf: ({ platformId }) => platformId,
  fits: (room: Room, { accountId }) => room.accountId === accountId,
  answerOf: toRoom,
});

/** For what a batch asks of every message. */
export function startFindingRooms(tx: Tx): void {
  byPlatformId.start(tx, {});
}

export function findRoomByPlatformId(tx: Tx, accountId: AccountId, platformId: string): Awaitable<Room | undefined> {
  return byPlatformId.first(tx, { accountId, platformId });
}

/** The room as the chat shows it now: added at first sight, its topic kept up to date. */
export function findOrAddRoom(tx: Tx, accountId: AccountId, seen: ChatRoom): Awaitable<Room> {
  return andThen(findRoomByPlatformId(tx, accountId, seen.platformId), (known) =>
    known?.topic === seen.topic ? known : noteRoom(tx, accountId, seen, known),
  );
}

async function noteRoom(tx: Tx, accountId: AccountId, seen: ChatRoom, known: Room | undefined): Promise<Room> {
  const topic = displayTopic(seen.topic);
  if (known === undefined) return addRoom(tx, accountId, seen.platformId, topic);
  if (topic === '' || known.topic === topic) return known;
  await tx.updateTable('room').set({ topic }).where('id', '=', known.id).execute();
  return { ...known, topic };
}

async function addRoom(tx: Tx, accountId: AccountId, platformId: string, topic: string): Promise<Room> {
  const row = await tx
    .insertInto('room')
    .values({ account_id: accountId, topic })
    .returning(ROOM_COLUMNS)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('room_identity')
    .values({ account_id: accountId, platform_id: platformId, room_id: row.id, session: sessionOf(tx, accountId) })
    .execute();
  return toRoom(row);
}
