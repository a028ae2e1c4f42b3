/**
 * Role grants: who may do what, in one room or in all, in a moment: `at` is when the message was sent on which it depends.
 * What is lent stays as a row when its time is over, and is not read.
 */

import type { ExpressionBuilder } from 'kysely';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { Held, Loan } from '../domain/power.js';
import { highestRole, type Role } from '../domain/role.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { defineStatement } from './statement.js';

/** Stands for every room. */
export const ALL_ROOMS = 0;
export type Scope = RoomId | typeof ALL_ROOMS;

/** For good, or not over yet. */
function inForce(at: number) {
  return (eb: ExpressionBuilder<Schema, 'role_grant'>) =>
    eb.or([eb('role_grant.until_at', 'is', null), eb('role_grant.until_at', '>', at)]);
}

const listRoles = defineStatement((tx, p: { memberId: MemberId; scope: Scope; at: number }) =>
  tx
    .selectFrom('role_grant')
    .select(['role', 'power'])
    .where('member_id', '=', p.memberId)
    .where('room_id', 'in', [ALL_ROOMS, p.scope])
    .where(inForce(p.at)),
);

/** The member's role in `roomId`, grants for all rooms included; without a room, those alone. */
export async function readRole(tx: Tx, memberId: MemberId, roomId: RoomId | undefined, at: number): Promise<Role> {
  const rows = await listRoles.all(tx, { memberId, scope: roomId ?? ALL_ROOMS, at });
  return highestRole(rows.map((row) => row.role));
}

/** What the member was granted in the room and in all rooms. */
export async function listHeld(
  tx: Tx,
  held: { readonly memberId: MemberId; readonly scope: Scope; readonly at: number },
): Promise<readonly Held[]> {
  return listRoles.all(tx, held);
}

/** The highest role that the member holds anywhere. */
export async function readHighestRole(tx: Tx, memberId: MemberId, at: number): Promise<Role> {
  const rows = await tx
    .selectFrom('role_grant')
    .select('role')
    .where('member_id', '=', memberId)
    .where(inForce(at))
    .execute();
  return highestRole(rows.map((row) => row.role));
}

export interface Grant {
  readonly memberId: MemberId;
  readonly scope: Scope;
  readonly role: Exclude<Role, 'member'>;
  readonly grantedBy: MemberId | null;
  readonly at: number;
  /** For what is lent: until when, and how far it goes. */
  readonly lent?: Loan;
}

/** Replaces what the member held in that scope. */
export async function saveGrant(tx: Tx, grant: Grant): Promise<void> {
  const lent = { until_at: grant.lent?.until ?? null, power: grant.lent?.power ?? null };
  const given = { role: grant.role, granted_by: grant.grantedBy, granted_at: grant.at, ...lent };
  await tx
    .insertInto('role_grant')
    .values({ member_id: grant.memberId, room_id: grant.scope, ...given })
    .onConflict((conflict) => conflict.columns(['member_id', 'room_id']).doUpdateSet(given))
    .execute();
}

/** Returns false when the member held nothing there. */
export async function deleteGrant(tx: Tx, memberId: MemberId, scope: Scope): Promise<boolean> {
  const result = await tx
    .deleteFrom('role_grant')
    .where('member_id', '=', memberId)
    .where('room_id', '=', scope)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function ownerExists(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('role_grant')
    .select('member_id')
    .where('role', '=', 'owner')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of those who hold one of the roles in the room, or in all rooms where none is given. */
export async function listHolders(
  tx: Tx,
  roles: readonly Role[],
  { roomId, at }: { readonly roomId: RoomId | undefined; readonly at: number },
): Promise<MemberId[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .select('member_id as memberId')
    .distinct()
    .where('room_id', 'in', [ALL_ROOMS, roomId ?? ALL_ROOMS])
    .where(inForce(at))
    .where(
      'role',
      'in',
      roles.filter((role) => role !== 'member'),
    )
    .execute();
  return rows.map((row) => row.memberId);
}

/** Ids of those who are teacher or more in the room: they are not counted among the expected. */
export async function listStaffIds(tx: Tx, roomId: RoomId): Promise<MemberId[]> {
  return (await listStaff.all(tx, { roomId })).map((row) => row.memberId);
}

const listStaff = defineStatement((tx, p: { roomId: RoomId }) =>
  tx
    .selectFrom('role_grant')
    .select('member_id as memberId')
    .distinct()
    .where('room_id', 'in', [ALL_ROOMS, p.roomId])
    .where('role', 'in', ['teacher', 'manager', 'owner']),
);
