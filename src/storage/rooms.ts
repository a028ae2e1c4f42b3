/** Rooms and their settings. A room is found by what the platform calls it today, and known by our id for ever. */

import type { AccountId, CourseId, QuizId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { DEFAULT_RULES, type RoomRules } from '../domain/moderation/rule.js';
import { DEFAULT_SETTINGS, type RoomKind, type RoomSettings } from '../domain/room.js';
import type { Tx } from './database.js';
import { withDefaults } from './room-settings.js';
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

/** Of the room, by the names of `Room`. */
export const ROOM_COLUMNS = [
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

export async function readRoom(tx: Tx, id: RoomId): Promise<Room> {
  const row = await findById.first(tx, { id });
  if (!row) throw new Error(`There is no room ${id}.`);
  return toRoom(row);
}

const findById = defineStatement((tx, p: { id: RoomId }) =>
  tx.selectFrom('room').select(ROOM_COLUMNS).where('id', '=', p.id),
);

export async function listRegisteredRooms(tx: Tx, accountId: AccountId): Promise<Room[]> {
  const rows = await tx
    .selectFrom('room')
    .select(ROOM_COLUMNS)
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

export function toRoom<Row extends { settings: string; rules: string }>(row: Row): Plain<Row> {
  // The row is nobody else's, and copying it costs as much as reading it did.
  return Object.assign(row, {
    settings: withDefaults(row.settings, DEFAULT_SETTINGS),
    rules: withDefaults(row.rules, DEFAULT_RULES),
  });
}
