/** Camps, and who was in the room during one. Days of check-in are read from the members' own histories. */

import type { Camp, Participation } from '../domain/camp.js';
import type { CampId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface StoredCamp extends Camp {
  readonly id: CampId;
  readonly roomId: RoomId;
  readonly name: string;
}

const COLUMNS = [
  'id',
  'room_id as roomId',
  'name',
  'first_day as firstDay',
  'last_day as lastDay',
  'required',
  'ended_day as endedDay',
] as const;

export interface Opened extends Camp {
  readonly name: string;
  readonly by: MemberId;
  readonly at: number;
}

export async function appendCamp(tx: Tx, roomId: RoomId, camp: Opened): Promise<CampId> {
  const { name, firstDay, lastDay, required, by, at } = camp;
  const days = { first_day: firstDay, last_day: lastDay, required };
  const { id } = await tx
    .insertInto('camp')
    .values({ room_id: roomId, name: cleanText(name), ...days, opened_by: by, opened_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes back that it was ever opened. */
export async function deleteCamp(tx: Tx, id: CampId): Promise<void> {
  await tx.deleteFrom('camp_member').where('camp_id', '=', id).execute();
  await tx.deleteFrom('camp').where('id', '=', id).execute();
}

export async function saveCampDays(tx: Tx, id: CampId, { firstDay, lastDay, required, endedDay }: Camp): Promise<void> {
  await tx
    .updateTable('camp')
    .set({ first_day: firstDay, last_day: lastDay, required, ended_day: endedDay })
    .where('id', '=', id)
    .execute();
}

export async function findCamp(tx: Tx, id: CampId): Promise<StoredCamp | undefined> {
  return tx.selectFrom('camp').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** The room's latest camp, whether it is to come, running or over. */
export async function findLatestCamp(tx: Tx, roomId: RoomId): Promise<StoredCamp | undefined> {
  return latest.first(tx, { roomId });
}

const latest = defineStatement((tx, p: { roomId: RoomId }) =>
  tx.selectFrom('camp').select(COLUMNS).where('room_id', '=', p.roomId).orderBy('first_day', 'desc').limit(1),
);

/** The room's camps, the latest first. */
export async function listCamps(tx: Tx, roomId: RoomId): Promise<StoredCamp[]> {
  return tx.selectFrom('camp').select(COLUMNS).where('room_id', '=', roomId).orderBy('first_day', 'desc').execute();
}

export type Participant = Participation & { readonly memberId: MemberId };

export async function listParticipants(tx: Tx, campId: CampId): Promise<Participant[]> {
  return tx
    .selectFrom('camp_member')
    .select(['member_id as memberId', 'joined_day as joinedDay', 'left_day as leftDay'])
    .where('camp_id', '=', campId)
    .orderBy('member_id')
    .execute();
}

export async function saveParticipant(tx: Tx, campId: CampId, one: Participant): Promise<void> {
  const values = { joined_day: one.joinedDay, left_day: one.leftDay };
  await tx
    .insertInto('camp_member')
    .values({ camp_id: campId, member_id: one.memberId, ...values })
    .onConflict((conflict) => conflict.columns(['camp_id', 'member_id']).doUpdateSet(values))
    .execute();
}

export interface CampSeat {
  readonly memberId: MemberId;
  /** The one used in the room. */
  readonly name: string;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly onBoard: 0 | 1;
}

/** Everybody who is or was in the room. */
export async function listCampSeats(tx: Tx, roomId: RoomId): Promise<CampSeat[]> {
  return tx
    .selectFrom('membership')
    .select(['member_id as memberId', 'name', 'joined_at as joinedAt', 'left_at as leftAt', 'on_board as onBoard'])
    .where('room_id', '=', roomId)
    .orderBy('member_id')
    .execute();
}

export async function findCampSeat(tx: Tx, { roomId, memberId }: MembershipKey): Promise<CampSeat | undefined> {
  return tx
    .selectFrom('membership')
    .select(['member_id as memberId', 'name', 'joined_at as joinedAt', 'left_at as leftAt', 'on_board as onBoard'])
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
}
