/** To whom power is lent, and how often each of them used it. What is over is not listed. */

import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import type { Loan, Power } from '../domain/power.js';
import type { Tx } from './database.js';

export interface Moderator extends Loan {
  readonly memberId: MemberId;
  readonly name: string;
  readonly roomId: RoomId;
  readonly topic: string;
  readonly grantedBy: MemberId | null;
  readonly grantedAt: number;
}

export interface WantedModerators {
  readonly accountId: AccountId;
  /** All of them where absent. */
  readonly roomIds?: readonly RoomId[];
  readonly at: number;
}

/** By room, the first to end first. */
export async function listModerators(tx: Tx, { accountId, roomIds, at }: WantedModerators): Promise<Moderator[]> {
  if (roomIds?.length === 0) return [];
  const all = moderatorsOf(tx, accountId).where('until_at', '>', at);
  const wanted = roomIds === undefined ? all : all.where('role_grant.room_id', 'in', roomIds);
  return wanted.orderBy('role_grant.room_id').orderBy('until_at').orderBy('role_grant.member_id').execute();
}

/** Under the name that they use in the room. */
function moderatorsOf(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('role_grant')
    .innerJoin('room', 'room.id', 'role_grant.room_id')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'role_grant.room_id')
        .onRef('membership.member_id', '=', 'role_grant.member_id'),
    )
    .select(['role_grant.member_id as memberId', 'room.id as roomId', 'topic', 'membership.name'])
    .select(['power', 'until_at as until', 'granted_by as grantedBy', 'granted_at as grantedAt'])
    .where('role', '=', 'moderator')
    .where('power', 'is not', null)
    .where('room.account_id', '=', accountId)
    .$narrowType<{ until: number; power: Power }>();
}

export async function findModerator(
  tx: Tx,
  { memberId, roomId, at }: { readonly memberId: MemberId; readonly roomId: RoomId; readonly at: number },
): Promise<(Loan & Pick<Moderator, 'grantedBy' | 'grantedAt'>) | undefined> {
  return tx
    .selectFrom('role_grant')
    .select(['power', 'until_at as until', 'granted_by as grantedBy', 'granted_at as grantedAt'])
    .where('member_id', '=', memberId)
    .where('room_id', '=', roomId)
    .where('role', '=', 'moderator')
    .where('until_at', '>', at)
    .where('power', 'is not', null)
    .$narrowType<{ until: number; power: Power }>()
    .executeTakeFirst();
}

export interface ModeratorUse {
  readonly memberId: MemberId;
  readonly name: string;
  readonly command: string;
  readonly count: number;
  /** How many of them were taken back. */
  readonly undone: number;
}

/** What was done as a moderator from one instant to the next, by person and command, the busiest first. */
export async function listModeratorUses(
  tx: Tx,
  accountId: AccountId,
  { from, before }: { readonly from: number; readonly before: number },
): Promise<ModeratorUse[]> {
  const rows = await tx
    .selectFrom('action')
    .innerJoin('member', 'member.id', 'action.member_id')
    .select(['action.member_id as memberId', 'member.name', 'command', 'undone_at as undoneAt'])
    .where('account_id', '=', accountId)
    .where('at', '>=', from)
    .where('at', '<', before)
    .where('role', '=', 'moderator')
    .orderBy('at')
    .execute();
  return countUses(rows).toSorted((a, b) => b.count - a.count || a.memberId - b.memberId);
}

interface OneUse extends Pick<ModeratorUse, 'memberId' | 'name' | 'command'> {
  readonly undoneAt: number | null;
}

/** Counted here: asked to group, SQLite reads the whole log in the order of its members. */
function countUses(rows: readonly OneUse[]): ModeratorUse[] {
  const uses = new Map<string, ModeratorUse>();
  for (const { memberId, name, command, undoneAt } of rows) {
    const key = `${memberId} ${command}`;
    const { count, undone } = uses.get(key) ?? { count: 0, undone: 0 };
    uses.set(key, { memberId, name, command, count: count + 1, undone: undone + (undoneAt === null ? 0 : 1) });
  }
  return [...uses.values()];
}
