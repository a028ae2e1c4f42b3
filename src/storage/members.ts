/** Members: one row a person, found by the platform's id and never by name; a membership is that person in one room. */

import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import type { ChatPerson } from '../ports/chat-gateway.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { addMembers } from './new-members.js';
import { sessionOf } from './sessions.js';
import { defineStatement } from './statement.js';

export interface Member {
  readonly id: MemberId;
  readonly name: string;
}

/** A person in a room: `name` is the one used there. */
export interface RoomMember extends Member {
  readonly joinedAt: number;
}

export async function findMemberByPlatformId(
  tx: Tx,
  accountId: AccountId,
  platformId: string,
): Promise<Member | undefined> {
  const id = await findMemberId(tx, accountId, platformId);
  return id === undefined ? undefined : readMember(tx, id);
}

const findId = defineStatement((tx, p: { accountId: AccountId; platformId: string }) =>
  tx
    .selectFrom('member_identity')
    .select('member_id as id')
    .where('account_id', '=', p.accountId)
    .where('platform_id', '=', p.platformId),
);

export async function findMemberId(tx: Tx, accountId: AccountId, platformId: string): Promise<MemberId | undefined> {
  return (await findId.first(tx, { accountId, platformId }))?.id;
}

export async function findOrAddMember(tx: Tx, accountId: AccountId, person: ChatPerson, now: number): Promise<Member> {
  const known = await findMemberByPlatformId(tx, accountId, person.platformId);
  if (known) return known;
  const id = (await addMembers(tx, accountId, [person], now)).get(person.platformId);
  if (id === undefined) throw new Error('A member was added and has no id.');
  return { id, name: cleanText(person.name) };
}

export async function readMember(tx: Tx, id: MemberId): Promise<Member> {
  return tx.selectFrom('member').select(['id', 'name']).where('id', '=', id).executeTakeFirstOrThrow();
}

export async function renameMember(tx: Tx, id: MemberId, name: string): Promise<void> {
  await tx
    .updateTable('member')
    .set({ name: cleanText(name) })
    .where('id', '=', id)
    .execute();
}

export async function findMemberPlatformId(tx: Tx, id: MemberId, accountId: AccountId): Promise<string | undefined> {
  const row = await tx
    .selectFrom('member_identity')
    .select('platform_id')
    .where('member_id', '=', id)
    .where('account_id', '=', accountId)
    .orderBy('session', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.platform_id;
}

export async function listPresent(tx: Tx, roomId: RoomId): Promise<RoomMember[]> {
  return tx
    .selectFrom('membership')
    .select(['member_id as id', 'name', 'joined_at as joinedAt'])
    .where('room_id', '=', roomId)
    .where('left_at', 'is', null)
    .orderBy('member_id')
    .execute();
}

export async function countPresent(tx: Tx, roomId: RoomId): Promise<number> {
  const row = await tx
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('room_id', '=', roomId)
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface MemberRoom {
  readonly roomId: RoomId;
  readonly name: string;
}

/** Members as the platform knows them, for mentioning; those whom the account cannot see are left out. */
export async function listPeople(tx: Tx, accountId: AccountId, ids: readonly MemberId[]): Promise<ChatPerson[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('member_identity')
    .innerJoin('member', 'member.id', 'member_identity.member_id')
    .select(['member_identity.platform_id as platformId', 'member.name'])
    .where('member_identity.account_id', '=', accountId)
    .where('member_identity.session', '=', sessionOf(tx, accountId))
    .where('member.id', 'in', ids)
    .execute();
}

/** The rooms that the member is in now. */
export async function listRoomsOfMember(tx: Tx, memberId: MemberId): Promise<MemberRoom[]> {
  return tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select(['room_id as roomId', 'membership.name'])
    .where('member_id', '=', memberId)
    .where('left_at', 'is', null)
    .where('room.kind', 'is not', null)
    .orderBy('room_id')
    .execute();
}

/** Present members of one room who go by this name there; of any registered room when none is given. */
export async function listPresentByName(tx: Tx, name: string, roomId?: RoomId): Promise<RoomMember[]> {
  const named = tx
    .selectFrom('membership')
    .select(['member_id as id', 'name', 'joined_at as joinedAt'])
    .where('left_at', 'is', null)
    .where('name', '=', name)
    .orderBy('member_id');
  const rows = await (roomId === undefined ? named : named.where('room_id', '=', roomId)).execute();
  return rows.filter((row, index) => rows.findIndex((other) => other.id === row.id) === index);
}
