/** Core users, and how it stands with those who were asked or passed over: one row a member and account. */

import type { CoreState } from '../domain/core-user.js';
import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import { membersOf } from './core-scores.js';
import type { Tx } from './database.js';
import { lockRowsAlone } from './lock.js';

export interface CoreUser {
  readonly memberId: MemberId;
  readonly name: string;
  readonly state: CoreState;
  /** Since when it stands like that. */
  readonly at: number;
  readonly invitedBy: MemberId | null;
  /** When they became a core user, last. */
  readonly since: number | null;
  readonly reason: string | null;
}

const COLUMNS = [
  'core_user.member_id as memberId',
  'member.name',
  'state',
  'state_at as at',
  'invited_by as invitedBy',
  'since',
  'reason',
] as const;

export async function findCoreUser(tx: Tx, accountId: AccountId, memberId: MemberId): Promise<CoreUser | undefined> {
  return coreUsers(tx, accountId).where('core_user.member_id', '=', memberId).executeTakeFirst();
}

export async function listCoreUsers(tx: Tx, accountId: AccountId, state: CoreState): Promise<CoreUser[]> {
  return coreUsers(tx, accountId)
    .where('state', '=', state)
    .orderBy('state_at')
    .orderBy('core_user.member_id')
    .execute();
}

/** How many were invited at that instant or later, and have not answered. */
export async function countInvitedSince(tx: Tx, accountId: AccountId, since: number): Promise<number> {
  const { count } = await tx
    .selectFrom('core_user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('state', '=', 'invited')
    .where('state_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function coreUsers(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('core_user')
    .innerJoin('member', 'member.id', 'core_user.member_id')
    .select(COLUMNS)
    .where('account_id', '=', accountId);
}

export interface NewStanding {
  readonly state: CoreState;
  readonly at: number;
  /** Kept as they were where absent. */
  readonly invitedBy?: MemberId;
  readonly since?: number;
  /** Gone where absent. */
  readonly reason?: string;
}

export async function saveCoreStanding(
  tx: Tx,
  accountId: AccountId,
  memberId: MemberId,
  { state, at, invitedBy, since, reason }: NewStanding,
): Promise<void> {
  const values = {
    state,
    state_at: at,
    reason: reason === undefined ? null : cleanText(reason),
    ...(invitedBy !== undefined && { invited_by: invitedBy }),
    ...(since !== undefined && { since }),
  };
  await tx
    .insertInto('core_user')
    .values({ account_id: accountId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'member_id']).doUpdateSet(values))
    .execute();
}

export interface CoreSeats {
  readonly active: number;
  /** Members of all rooms with a course, without staff. */
  readonly present: number;
}

/** Held until the transaction ends: of two who accept at once the second sees the first. */
export async function lockCoreSeats(tx: Tx, accountId: AccountId): Promise<CoreSeats> {
  await lockRowsAlone(tx, tx.selectFrom('account').select('id').where('id', '=', accountId)).execute();
  return countCoreSeats(tx, accountId);
}

export async function countCoreSeats(tx: Tx, accountId: AccountId): Promise<CoreSeats> {
  const { active } = await tx
    .selectFrom('core_user')
    .select((eb) => eb.fn.countAll<number>().as('active'))
    .where('account_id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  const { present } = await tx
    .selectFrom(membersOf(tx, accountId).as('one'))
    .select((eb) => eb.fn.countAll<number>().as('present'))
    .executeTakeFirstOrThrow();
  return { active: Number(active), present: Number(present) };
}

/** Core users who are in the room. */
export async function listCoreUsersIn(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<CoreUser[]> {
  return coreUsers(tx, accountId)
    .where('state', '=', 'active')
    .where('core_user.member_id', 'in', (eb) =>
      eb
        .selectFrom('membership')
        .select('membership.member_id')
        .where('room_id', '=', roomId)
        .where('left_at', 'is', null),
    )
    .orderBy('since')
    .orderBy('core_user.member_id')
    .execute();
}
