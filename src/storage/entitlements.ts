/** What orders brought beside the card itself, and every use. A quota is kept by the row. */

import type { CourseId, EntitlementId, EntitlementUseId, MemberId, OrderId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import type { EntitlementRule } from './entitlement-rules.js';

export interface Entitlement {
  readonly id: EntitlementId;
  readonly courseId: CourseId;
  readonly name: string;
  readonly quota: number | null;
  readonly used: number;
}

export interface Granted {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly orderId: OrderId;
  readonly at: number;
}

export async function grantEntitlements(
  tx: Tx,
  { memberId, courseId, orderId, at }: Granted,
  rules: readonly EntitlementRule[],
): Promise<void> {
  if (rules.length === 0) return;
  const whose = { member_id: memberId, course_id: courseId, order_id: orderId, granted_at: at };
  await tx
    .insertInto('entitlement')
    .values(rules.map(({ name, quota }) => ({ ...whose, name, quota })))
    .execute();
}

/** Those that hold, the oldest first. */
export async function listEntitlements(tx: Tx, memberId: MemberId, courseId?: CourseId): Promise<Entitlement[]> {
  const all = tx
    .selectFrom('entitlement')
    .select(['id', 'course_id as courseId', 'name', 'quota', 'used'])
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .orderBy('id');
  return (courseId === undefined ? all : all.where('course_id', '=', courseId)).execute();
}

/** They hold no longer, or with null again. */
export async function markRevoked(tx: Tx, orderId: OrderId, at: number | null): Promise<void> {
  await tx.updateTable('entitlement').set({ revoked_at: at }).where('order_id', '=', orderId).execute();
}

/** What no longer held from the moment on at which the order was paid back holds again. To be called while the order still says when. */
export async function restoreRefunded(tx: Tx, { memberId, courseId, orderId }: Omit<Granted, 'at'>): Promise<void> {
  await tx
    .updateTable('entitlement')
    .set({ revoked_at: null })
    .where('member_id', '=', memberId)
    .where('course_id', '=', courseId)
    .where('revoked_at', '=', (eb) => eb.selectFrom('sales_order').select('refunded_at').where('id', '=', orderId))
    .execute();
}

/** All that the member has of the course holds no longer. Returns which did until now. */
export async function revokeEntitlements(
  tx: Tx,
  { memberId, courseId }: Pick<Granted, 'memberId' | 'courseId'>,
  at: number,
): Promise<EntitlementId[]> {
  const rows = await tx
    .updateTable('entitlement')
    .set({ revoked_at: at })
    .where('member_id', '=', memberId)
    .where('course_id', '=', courseId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function restoreEntitlements(tx: Tx, ids: readonly EntitlementId[]): Promise<void> {
  if (ids.length > 0) await tx.updateTable('entitlement').set({ revoked_at: null }).where('id', 'in', ids).execute();
}

/** False when nothing is left of it; nothing is taken then. */
export async function takeEntitlement(tx: Tx, id: EntitlementId): Promise<boolean> {
  const result = await tx
    .updateTable('entitlement')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('quota', 'is', null), eb('used', '<', eb.ref('quota'))]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

interface Use {
  readonly entitlementId: EntitlementId;
  readonly by: MemberId;
  readonly note: string | null;
  readonly at: number;
}

export async function appendUse(tx: Tx, { entitlementId, by, note, at }: Use): Promise<EntitlementUseId> {
  const row = await tx
    .insertInto('entitlement_use')
    .values({ entitlement_id: entitlementId, by_member_id: by, note: note === null ? null : cleanText(note), at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Gives back what a use took; a use that was undone before changes nothing. */
export async function undoUse(tx: Tx, id: EntitlementUseId, at: number): Promise<void> {
  const use = await tx
    .updateTable('entitlement_use')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('entitlement_id')
    .executeTakeFirst();
  if (use === undefined) return;
  await tx
    .updateTable('entitlement')
    .set((eb) => ({ used: eb('used', '-', 1) }))
    .where('id', '=', use.entitlement_id)
    .execute();
}
