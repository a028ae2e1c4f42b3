/** Where members came from. Everybody who was ever in a room with a course has a row, if only to say that it is unknown. */

import type { Insertable } from 'kysely';
import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import type { Source, SourceKind } from '../domain/source.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { inSlices } from './slices.js';

export interface MemberSource {
  readonly memberId: MemberId;
  readonly source: Source;
  /** The room that they joined first; null for somebody who said a code before. */
  readonly roomId: RoomId | null;
  /** When they were first seen: a return does not change it. */
  readonly since: number;
  /** Whoever said so by hand. */
  readonly by: MemberId | null;
}

const COLUMNS = [
  'member_id as memberId',
  'member_source.kind',
  'member_source.name',
  'inviter_id as inviterId',
  'room_id as roomId',
  'since_at as since',
  'by_member_id as by',
] as const;

interface Row extends Omit<MemberSource, 'source'> {
  readonly kind: SourceKind;
  readonly name: string | null;
  readonly inviterId: MemberId | null;
}

/** Undefined for somebody who was never in a room with a course. */
export async function findSource(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<MemberSource | undefined> {
  const row = await tx
    .selectFrom('member_source')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row && toMemberSource(row);
}

function toMemberSource({ kind, name, inviterId, ...row }: Row): MemberSource {
  return { ...row, source: toSource({ kind, name, inviterId }) };
}

export function toSource({ kind, name, inviterId }: Pick<Row, 'kind' | 'name' | 'inviterId'>): Source {
  if ((kind === 'room' || kind === 'manual') && name !== null) return { kind, name };
  if ((kind === 'inviter' || kind === 'code') && inviterId !== null) return { kind, inviterId };
  return { kind: 'unknown' };
}

/** Replaces what was known; when they were first seen, and where, stays. */
export async function saveSource(tx: Tx, accountId: AccountId, known: MemberSource): Promise<void> {
  await tx
    .insertInto('member_source')
    .values(rowOf(accountId, known))
    .onConflict((conflict) => conflict.columns(['account_id', 'member_id']).doUpdateSet(toldBy(known)))
    .execute();
}

/** Of members who have none. What somebody else has noted meanwhile stays. */
export async function addSources(tx: Tx, accountId: AccountId, sources: readonly MemberSource[]): Promise<void> {
  for (const some of inSlices(sources)) {
    await tx
      .insertInto('member_source')
      .values(some.map((known) => rowOf(accountId, known)))
      .onConflict((conflict) => conflict.columns(['account_id', 'member_id']).doNothing())
      .execute();
  }
}

function rowOf(accountId: AccountId, known: MemberSource): Insertable<Schema['member_source']> {
  const first = { room_id: known.roomId, since_at: known.since };
  return { account_id: accountId, member_id: known.memberId, ...toldBy(known), ...first };
}

function toldBy({ source, by }: MemberSource) {
  return {
    kind: source.kind,
    name: 'name' in source ? cleanText(source.name) : null,
    inviter_id: 'inviterId' in source ? source.inviterId : null,
    by_member_id: by,
  };
}

/** Of somebody who turned out to be another member, or whose first day turned out to be another one. */
export async function deleteSource(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<void> {
  await tx.deleteFrom('member_source').where('account_id', '=', accountId).where('member_id', '=', memberId).execute();
}

/** Members who are in the room and have no source: newcomers, and those who were there before it was registered. */
export async function listWithoutSource(tx: Tx, accountId: AccountId, roomId: RoomId) {
  return tx
    .selectFrom('membership')
    .leftJoin('member_source', (join) =>
      join.onRef('member_source.member_id', '=', 'membership.member_id').on('member_source.account_id', '=', accountId),
    )
    .select(['membership.member_id as memberId', 'membership.joined_at as joinedAt'])
    .where('membership.room_id', '=', roomId)
    .where('membership.left_at', 'is', null)
    .where('member_source.member_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_grant')
            .select('role_grant.member_id')
            .whereRef('role_grant.member_id', '=', 'membership.member_id'),
        ),
      ),
    )
    .orderBy('membership.member_id')
    .execute();
}

export interface SourceCount {
  readonly source: Source;
  /** Of the inviter, where there is one. */
  readonly inviter: string | null;
  readonly members: number;
}

/** How many came from where: each member once, in all rooms or to one that they joined first. */
export async function countSources(tx: Tx, accountId: AccountId, roomId: RoomId | undefined): Promise<SourceCount[]> {
  const all = tx
    .selectFrom('member_source')
    .leftJoin('member', 'member.id', 'member_source.inviter_id')
    .select(['member_source.kind', 'member_source.name', 'inviter_id as inviterId', 'member.name as inviter'])
    .select((eb) => eb.fn.countAll<number>().as('members'))
    .where('member_source.account_id', '=', accountId)
    .groupBy(['member_source.kind', 'member_source.name', 'inviter_id', 'member.name']);
  const rows = await (roomId === undefined ? all : all.where('member_source.room_id', '=', roomId)).execute();
  return rows.map(({ inviter, members, ...row }) => ({ source: toSource(row), inviter, members: Number(members) }));
}
