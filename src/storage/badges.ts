/** Badges that were given: each once a member and room. One that no longer holds is marked, and stays. */

import type { BadgeGrantId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import type { Flag } from './schema.js';
import { defineStatement } from './statement.js';

export interface BadgeGrant {
  readonly id: BadgeGrantId;
  readonly badge: string;
  readonly day: LocalDay;
  /** Null for one that a rule gave. */
  readonly by: MemberId | null;
  readonly revokedAt: number | null;
  readonly revokedReason: string | null;
  /** 1 when it was earned in another room, whose history this room does not know. */
  readonly carried: Flag;
}

/** Those that were taken back too, oldest first. */
export async function listBadges(tx: Tx, { roomId, memberId }: MembershipKey): Promise<BadgeGrant[]> {
  return tx
    .selectFrom('badge_grant')
    .select(['id', 'badge', 'day', 'by_member_id as by', 'revoked_at as revokedAt'])
    .select(['revoked_reason as revokedReason', 'carried'])
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute();
}

/** Badges that members of the room hold. */
export async function listHeldInRoom(tx: Tx, roomId: RoomId): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const rows = await listHeld.all(tx, { roomId });
  const held = new Map<MemberId, string[]>();
  for (const { memberId, badge } of rows) held.set(memberId, [...(held.get(memberId) ?? []), badge]);
  return held;
}

const listHeld = defineStatement((tx, p: { roomId: RoomId }) =>
  tx
    .selectFrom('badge_grant')
    .select(['member_id as memberId', 'badge'])
    .where('room_id', '=', p.roomId)
    .where('revoked_at', 'is', null),
);

export interface EarnedBadge {
  readonly name: string;
  readonly badge: string;
}

/** By rules, of those who are in the room and on the board. */
export async function listEarnedOn(tx: Tx, roomId: RoomId, day: LocalDay): Promise<readonly EarnedBadge[]> {
  return listEarned.all(tx, { roomId, day });
}

const listEarned = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx
    .selectFrom('badge_grant')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'badge_grant.room_id')
        .onRef('membership.member_id', '=', 'badge_grant.member_id'),
    )
    .select(['membership.name', 'badge'])
    .where('badge_grant.room_id', '=', p.roomId)
    .where('badge_grant.day', '=', p.day)
    .where('by_member_id', 'is', null)
    .where('carried', '=', 0)
    .where('revoked_at', 'is', null)
    .where('left_at', 'is', null)
    .where('on_board', '=', 1)
    .orderBy('badge_grant.id'),
);

export interface NewBadge extends MembershipKey {
  readonly badge: string;
  readonly day: LocalDay;
  readonly at: number;
  readonly by: MemberId | null;
  readonly carried?: Flag;
}

export async function appendBadge(tx: Tx, given: NewBadge): Promise<BadgeGrantId> {
  const { roomId, memberId, badge, day, at, by, carried = 0 } = given;
  const row = await tx
    .insertInto('badge_grant')
    .values({ room_id: roomId, member_id: memberId, badge: cleanText(badge), day, at, by_member_id: by, carried })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function markRevoked(tx: Tx, id: BadgeGrantId, reason: string, at: number): Promise<void> {
  await tx
    .updateTable('badge_grant')
    .set({ revoked_at: at, revoked_reason: cleanText(reason) })
    .where('id', '=', id)
    .execute();
}

/** Holds again, as if it had never been taken back. */
export async function markHeldAgain(tx: Tx, id: BadgeGrantId): Promise<void> {
  await tx.updateTable('badge_grant').set({ revoked_at: null, revoked_reason: null }).where('id', '=', id).execute();
}

/** Takes away what was given by mistake a moment ago. */
export async function deleteBadge(tx: Tx, id: BadgeGrantId): Promise<void> {
  await tx.deleteFrom('badge_grant').where('id', '=', id).execute();
}
