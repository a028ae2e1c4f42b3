/** Rooms and their settings. A room is found by what the platform calls it today, and known by our id for ever. */

import { displayTopic } from '../domain/display-name.js';
import type { AccountId, CourseId, QuizId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { DEFAULT_RULES, type RoomRules } from '../domain/moderation/rule.js';
import { DEFAULT_SETTINGS, type RoomKind, type RoomSettings } from '../domain/room.js';
import type { ChatRoom } from '../ports/chat-gateway.js';
import type { Tx } from './database.js';
import { Remembered } from './remembered.js';
import { withDefaults } from './room-settings.js';
import { sessionOf } from './sessions.js';
import { defineStatement } from './statement.js';

export interface Room {
  readonly id: RoomId;
  readonly accountId: AccountId;
  readonly topic: string;
  /** Null until a manager registers the room. */
  readonly kind: RoomKind | null;
  readonly courseId: CourseId | null;
  readonly startDay: LocalDay | null;
  readonly settings: RoomSettings;
  readonly rules: RoomRules;
  readonly pausedUntil: LocalDay | null;
  /** Null until the member list was compared with the platform's. */
  readonly rosterAt: number | null;
  readonly lastPostAt: number | null;
  readonly lastAckAt: number | null;
  readonly earlierAckAt: number | null;
  readonly quizId: QuizId | null;
}

const COLUMNS = [
  'room.id',
  'room.account_id as accountId',
  'room.topic',
  'room.kind',
  'room.course_id as courseId',
  'room.start_day as startDay',
  'room.settings',
  'room.rules',
  'room.paused_until as pausedUntil',
  'room.roster_at as rosterAt',
  'room.last_post_at as lastPostAt',
  'room.last_ack_at as lastAckAt',
  'room.earlier_ack_at as earlierAckAt',
  'room.quiz_id as quizId',
] as const;

const byPlatformId = new Remembered({
  statement: defineStatement((tx, p: { accountId: AccountId; platformId: string }) =>
    tx
      .selectFrom('room_identity')
      .innerJoin('room', 'room.id', 'room_identity.room_id')
      .select(COLUMNS)
      .where('room_identity.account_id', '=', p.accountId)
      .where('room_identity.platform_id', '=', p.platformId),
  ),
  // Putting the account before it would cost as much as the rest of the look-up, and a process has but one.
  keyOf: ({ platformId }) => platformId,
  fits: (room: Room, { accountId }) => room.accountId === accountId,
  answerOf: toRoom,
});

export function findRoomByPlatformId(tx: Tx, accountId: AccountId, platformId: string): Promise<Room | undefined> {
  return byPlatformId.first(tx, { accountId, platformId });
}

/** The room as the chat shows it now: added at first sight, its topic kept up to date. */
export async function findOrAddRoom(tx: Tx, accountId: AccountId, seen: ChatRoom): Promise<Room> {
  const known = await findRoomByPlatformId(tx, accountId, seen.platformId);
  if (known?.topic === seen.topic) return known;
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
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('room_identity')
    .values({ account_id: accountId, platform_id: platformId, room_id: row.id, session: sessionOf(tx, accountId) })
    .execute();
  return toRoom(row);
}

export async function readRoom(tx: Tx, id: RoomId): Promise<Room> {
  const row = await findById.first(tx, { id });
  if (!row) throw new Error(`There is no room ${id}.`);
  return toRoom(row);
}

const findById = defineStatement((tx, p: { id: RoomId }) =>
  tx.selectFrom('room').select(COLUMNS).where('id', '=', p.id),
);

export async function listRegisteredRooms(tx: Tx, accountId: AccountId): Promise<Room[]> {
  const rows = await tx
    .selectFrom('room')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('kind', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(toRoom);
}

export async function listRoomsOfKind(tx: Tx, accountId: AccountId, kind: RoomKind): Promise<Room[]> {
  return (await listRegisteredRooms(tx, accountId)).filter((room) => room.kind === kind);
}

export interface Registration {
  readonly kind: RoomKind;
  readonly courseId: CourseId | null;
  readonly startDay: LocalDay | null;
  readonly at: number;
}

export async function markRegistered(tx: Tx, id: RoomId, registration: Registration): Promise<void> {
  await tx
    .updateTable('room')
    .set({
      kind: registration.kind,
      course_id: registration.courseId,
      start_day: registration.startDay,
      registered_at: registration.at,
      paused_until: null,
      roster_at: null,
    })
    .where('id', '=', id)
    .execute();
}

type Plain<Row> = Omit<Row, 'settings' | 'rules'> & { settings: RoomSettings; rules: RoomRules };

function toRoom<Row extends { settings: string; rules: string }>(row: Row): Plain<Row> {
  // The row is nobody else's, and copying it costs as much as reading it did.
  return Object.assign(row, {
    settings: withDefaults(row.settings, DEFAULT_SETTINGS),
    rules: withDefaults(row.rules, DEFAULT_RULES),
  });
}
