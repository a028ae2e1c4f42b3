/** Everything that an export shows, in pages along primary keys. */

import { type ExpressionBuilder, sql } from 'kysely';
import type { CheckInId, MemberId, MembershipKey, OutboxId, PointsEntryId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { SLOT_KINDS, type SlotKind } from '../domain/post.js';
import { highestRole, type Role } from '../domain/role.js';
import { DEFAULT_SETTINGS, type RoomSettings } from '../domain/room.js';
import type { Dialect, Tx } from './database.js';
import { inPages, PAGE } from './pages.js';
import { ALL_ROOMS } from './roles.js';
import type { Schema } from './schema.js';

/** Before every row: our ids begin with 1. */
const NO_ROOM = 0 as RoomId;
const NO_MEMBER = 0 as MemberId;

/** To come first in a transaction: all that it reads is then of one moment. On SQLite that is always so. */
export async function readOneMoment(tx: Tx, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') await sql`set transaction isolation level repeatable read, read only`.execute(tx);
}

export function pageRooms(tx: Tx) {
  return inPages({ id: NO_ROOM }, async ({ id }) => {
    const rows = await tx
      .selectFrom('room')
      .leftJoin('course', 'course.id', 'room.course_id')
      .select(['room.id', 'topic', 'kind', 'course.name as course', 'start_day as startDay', 'settings'])
      .select(['paused_until as pausedUntil', 'registered_at as registeredAt'])
      .select((eb) => countPresent(eb).as('members'))
      .where('room.id', '>', id)
      .orderBy('room.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

function countPresent(eb: ExpressionBuilder<Schema, 'room'>) {
  return eb
    .selectFrom('membership')
    .select((one) => one.fn.countAll<number>().as('count'))
    .whereRef('membership.room_id', '=', 'room.id')
    .where('left_at', 'is', null);
}

/** `role` is the highest that the member holds there at `now`, grants for all rooms included. */
export function pageMemberships(tx: Tx, now: number) {
  const start: MembershipKey = { roomId: NO_ROOM, memberId: NO_MEMBER };
  return inPages(start, async ({ roomId, memberId }) => {
    const rows = await membershipsWithRoles(tx, now)
      .where(sql<boolean>`(membership.room_id, membership.member_id) > (${roomId}, ${memberId})`)
      .orderBy('membership.room_id')
      .orderBy('membership.member_id')
      .limit(PAGE)
      .execute();
    return rows.map(({ ownRole, wideRole, ...row }) => ({ ...inZone(row), role: higherOf(ownRole, wideRole) }));
  });
}

function membershipsWithRoles(tx: Tx, now: number) {
  return tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .leftJoin('role_grant as own', (join) =>
      join
        .onRef('own.member_id', '=', 'membership.member_id')
        .onRef('own.room_id', '=', 'membership.room_id')
        .on((eb) => eb.or([eb('own.until_at', 'is', null), eb('own.until_at', '>', now)])),
    )
    .leftJoin('role_grant as wide', (join) =>
      join.onRef('wide.member_id', '=', 'membership.member_id').on('wide.room_id', '=', ALL_ROOMS),
    )
    .select(['membership.room_id as roomId', 'topic', 'settings', 'membership.member_id as memberId', 'name'])
    .select(['joined_at as joinedAt', 'left_at as leftAt', 'last_day as lastDay', 'streak', 'best', 'total'])
    .select(['covered_to as coveredTo', 'freezes'])
    .select(['points', 'own.role as ownRole', 'wide.role as wideRole']);
}

function higherOf(own: Role | null, wide: Role | null): Role {
  return highestRole([own ?? 'member', wide ?? 'member']);
}

export function pageCheckIns(tx: Tx) {
  return inPages({ id: 0 as CheckInId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('check_in as one')
      .innerJoin('room', 'room.id', 'one.room_id')
      .innerJoin('membership', (join) =>
        join.onRef('membership.room_id', '=', 'one.room_id').onRef('membership.member_id', '=', 'one.member_id'),
      )
      .select(['one.id', 'day', 'one.room_id as roomId', 'topic', 'settings', 'one.member_id as memberId', 'name'])
      .select(['at', 'evidence', 'content'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pagePoints(tx: Tx) {
  return inPages({ id: 0 as PointsEntryId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('points_entry as one')
      .innerJoin('room', 'room.id', 'one.room_id')
      .innerJoin('membership', (join) =>
        join.onRef('membership.room_id', '=', 'one.room_id').onRef('membership.member_id', '=', 'one.member_id'),
      )
      .select(['one.id', 'one.room_id as roomId', 'topic', 'settings', 'one.member_id as memberId', 'name'])
      .select(['day', 'at', 'amount', 'balance', 'reason'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

/** The slots: what each room was owed on each day, and what became of it. */
export function pagePosts(tx: Tx) {
  return inPages({ id: 0 as OutboxId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('outbox')
      .innerJoin('room', 'room.id', 'outbox.room_id')
      .select(['outbox.id', 'outbox.room_id as roomId', 'topic', 'settings', 'outbox.kind', 'day', 'state', 'reason'])
      .select(['not_before as notBefore', 'sent_at as sentAt', 'late'])
      .where('outbox.id', '>', id)
      .where('outbox.kind', 'in', SLOT_KINDS)
      .where('day', 'is not', null)
      .orderBy('outbox.id')
      .limit(PAGE)
      .execute();
    return rows.map((row) => ({
      ...inZone(row),
      kind: row.kind as SlotKind,
      day: row.day as LocalDay,
      late: row.late === 1,
    }));
  });
}

/** Instants are shown in the room's zone, which lies in its settings; without a room in the usual one. */
export function inZone<Row extends { readonly settings: string | null }>({ settings, ...row }: Row) {
  const changed = settings === null || settings === '{}' ? {} : (JSON.parse(settings) as Partial<RoomSettings>);
  return { ...row, zone: changed.zone ?? DEFAULT_SETTINGS.zone };
}
