/** Who is in a room of trials: those who may begin one, those who come back, and those who are in one. */

import { sql, type SqlBool } from 'kysely';
import type { AccountId, CourseId, MemberId } from '../domain/ids.js';
import type { TrialState } from '../domain/trial.js';
import type { Tx } from './database.js';
import type { Room } from './rooms.js';
import { type Trial, TRIAL_COLUMNS } from './trials.js';

export interface Candidate {
  readonly memberId: MemberId;
  readonly joinedAt: number;
}

/**
 * Who is in the room and may begin a trial of its course: no trial and no card of it before, and no role. They joined when
 * they came, or when the room was registered.
 */
export async function listCandidates(tx: Tx, room: Room, courseId: CourseId): Promise<Candidate[]> {
  const { id, accountId } = room;
  const rows = await tx
    .selectFrom('membership as seat')
    .innerJoin('room', 'room.id', 'seat.room_id')
    .select(['seat.member_id as memberId', 'seat.joined_at as joinedAt', 'room.registered_at as registeredAt'])
    .where('seat.room_id', '=', id)
    .where('seat.left_at', 'is', null)
    .where(({ not, exists }) => not(exists(trialsOf(tx, accountId, courseId))))
    .where(({ not, exists }) => not(exists(cardsOf(tx, courseId))))
    .orderBy('seat.member_id')
    .execute();
  const staff = new Set(await listRoleHolders(tx, room));
  return rows
    .filter(({ memberId }) => !staff.has(memberId))
    .map(({ memberId, joinedAt, registeredAt }) => ({
      memberId,
      joinedAt: Math.max(joinedAt, registeredAt ?? joinedAt),
    }));
}

/** Of the member in the seat. */
function trialsOf(tx: Tx, accountId: AccountId, courseId: CourseId) {
  return tx
    .selectFrom('trial')
    .select('trial.id')
    .where('trial.account_id', '=', accountId)
    .where('trial.course_id', '=', courseId)
    .where(sql<SqlBool>`trial.member_id = seat.member_id`);
}

function cardsOf(tx: Tx, courseId: CourseId) {
  return tx
    .selectFrom('member_card')
    .select('member_card.member_id')
    .where('member_card.course_id', '=', courseId)
    .where(sql<SqlBool>`member_card.member_id = seat.member_id`);
}

/** Trials of those who came into the room at that instant. */
export async function listReturning(tx: Tx, { id, accountId }: Room, courseId: CourseId, at: number): Promise<Trial[]> {
  return (
    tx
      .selectFrom('membership')
      // Crosswise, since SQLite then begins with the room and never with all of the account.
      .crossJoin('trial')
      .select(TRIAL_COLUMNS)
      .whereRef('trial.member_id', '=', 'membership.member_id')
      .where('membership.room_id', '=', id)
      .where('membership.joined_at', '=', at)
      .where('membership.left_at', 'is', null)
      .where('trial.account_id', '=', accountId)
      .where('trial.course_id', '=', courseId)
      .orderBy('trial.id')
      .execute()
  );
}

/** Somebody in a trial, with what there is of them in the room where it runs. */
export interface TrialSeat extends Trial {
  /** As they are called there. */
  readonly name: string;
  /** Null while they are there. */
  readonly leftAt: number | null;
  /** Days of check-in there. */
  readonly total: number;
  /** Whether they ever had a card of the course; whether it holds is another question. */
  readonly hasCard: boolean;
  readonly isStaff: boolean;
}

/** Trials that run in the room; who began first comes first. */
export async function listTrialSeats(tx: Tx, room: Room, states: readonly TrialState[]): Promise<TrialSeat[]> {
  const rows = await tx
    .selectFrom('trial')
    .innerJoin('membership as seat', (join) =>
      join.onRef('seat.room_id', '=', 'trial.room_id').onRef('seat.member_id', '=', 'trial.member_id'),
    )
    .leftJoin('member_card as card', (join) =>
      join.onRef('card.member_id', '=', 'trial.member_id').onRef('card.course_id', '=', 'trial.course_id'),
    )
    .select([...TRIAL_COLUMNS, 'seat.name', 'seat.left_at as leftAt', 'seat.total', 'card.member_id as cardOf'])
    .where('trial.room_id', '=', room.id)
    .where('trial.state', 'in', [...states])
    .orderBy('trial.first_day')
    .orderBy('trial.id')
    .execute();
  const staff = new Set(await listRoleHolders(tx, room));
  return rows.map(({ cardOf, ...row }) => ({ ...row, hasCard: cardOf !== null, isStaff: staff.has(row.memberId) }));
}

/** Whoever holds, or was lent, any role in the room. */
async function listRoleHolders(tx: Tx, { id }: Room): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .select('member_id as memberId')
    .where('room_id', 'in', [0, id])
    .execute();
  return rows.map(({ memberId }) => memberId);
}
