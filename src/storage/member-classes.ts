/** What members are classed as, on each of the two axes, with the facts that decided. */

import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export type ClassAxis = 'class' | 'grade';

export interface MemberClassRow {
  readonly memberId: MemberId;
  readonly axis: ClassAxis;
  readonly value: string;
  /** JSON. */
  readonly facts: string;
  readonly at: number;
  /** Who decided by hand; null where the facts did. */
  readonly by: MemberId | null;
}

const COLUMNS = ['member_class.member_id as memberId', 'axis', 'value', 'facts', 'at', 'by_member_id as by'] as const;

export async function listClassesInRoom(
  tx: Tx,
  accountId: AccountId,
  roomId: RoomId,
): Promise<readonly MemberClassRow[]> {
  return listInRoom.all(tx, { accountId, roomId });
}

const listInRoom = defineStatement((tx, p: { accountId: AccountId; roomId: RoomId }) =>
  tx
    .selectFrom('membership')
    // Crosswise, since SQLite then begins with the room and never with all of the account.
    .crossJoin('member_class')
    .select(COLUMNS)
    .whereRef('member_class.member_id', '=', 'membership.member_id')
    .where('membership.room_id', '=', p.roomId)
    .where('membership.left_at', 'is', null)
    .where('member_class.account_id', '=', p.accountId),
);

export async function listClassesOf(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
): Promise<ReadonlyArray<MemberClassRow & { readonly byName: string | null }>> {
  return tx
    .selectFrom('member_class')
    .leftJoin('member', 'member.id', 'member_class.by_member_id')
    .select([...COLUMNS, 'member.name as byName'])
    .where('member_class.member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .orderBy('axis')
    .execute();
}

export async function saveClass(tx: Tx, accountId: AccountId, row: MemberClassRow): Promise<void> {
  await upsert.run(tx, { ...row, accountId, facts: cleanText(row.facts) });
}

const upsert = defineStatement((tx, p: MemberClassRow & { readonly accountId: AccountId }) => {
  const values = { value: p.value, facts: p.facts, at: p.at, by_member_id: p.by };
  return tx
    .insertInto('member_class')
    .values({ account_id: p.accountId, member_id: p.memberId, axis: p.axis, ...values })
    .onConflict((conflict) => conflict.columns(['member_id', 'account_id', 'axis']).doUpdateSet(values));
});

export async function deleteClass(tx: Tx, accountId: AccountId, memberId: MemberId, axis: ClassAxis): Promise<void> {
  await tx
    .deleteFrom('member_class')
    .where('member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .where('axis', '=', axis)
    .execute();
}

export interface ClassCount {
  readonly axis: ClassAxis;
  readonly value: string;
  readonly people: number;
}

/** Of those who are in the room, or in any with a course. */
export async function countClasses(tx: Tx, accountId: AccountId, roomId: RoomId | undefined): Promise<ClassCount[]> {
  const seats = tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select('membership.member_id')
    .where('membership.left_at', 'is', null)
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'in', ['trial', 'paid', 'core']);
  const among = roomId === undefined ? seats : seats.where('membership.room_id', '=', roomId);
  const rows = await tx
    .selectFrom('member_class')
    .select(['axis', 'value'])
    .select((eb) => eb.fn.countAll<number | string>().as('people'))
    .where('account_id', '=', accountId)
    .where('member_id', 'in', among)
    .groupBy(['axis', 'value'])
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}
