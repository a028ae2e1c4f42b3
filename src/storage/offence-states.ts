/** What becomes of an offence after it was noted. */

import { type RawBuilder, sql } from 'kysely';
import type { MemberId, OffenceId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Verdict, VoidReason } from '../domain/moderation/rule.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export async function markVoided(
  tx: Tx,
  id: OffenceId,
  { by, at, reason }: { readonly by: MemberId; readonly at: number; readonly reason: VoidReason },
): Promise<void> {
  await tx
    .updateTable('offence')
    .set({ voided_at: at, voided_by: by, void_reason: reason })
    .where('id', '=', id)
    .execute();
}

export async function saveVerdict(tx: Tx, id: OffenceId, verdict: Verdict): Promise<void> {
  await tx.updateTable('offence').set({ verdict, escalates: 1 }).where('id', '=', id).execute();
}

export async function markAppealed(tx: Tx, id: OffenceId, appeal: string, at: number): Promise<void> {
  await tx
    .updateTable('offence')
    .set({ appeal: cleanText(appeal), appealed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function markAppealDenied(tx: Tx, id: OffenceId, at: number): Promise<void> {
  await tx.updateTable('offence').set({ appeal_denied_at: at }).where('id', '=', id).execute();
}

/** Given by hand alone, which nobody else refers to. */
export async function deleteOffence(tx: Tx, id: OffenceId): Promise<void> {
  await tx.deleteFrom('offence').where('id', '=', id).execute();
}

/** When the room, or one member in it, was last reminded or will be; null when that was days ago or never. */
export async function readLastReminder(
  tx: Tx,
  { roomId, memberId, since }: { readonly roomId: RoomId; readonly memberId?: MemberId; readonly since: LocalDay },
): Promise<number | null> {
  const all = tx
    .selectFrom('offence')
    .select((eb) => eb.fn.max('reminded_at').as('at'))
    .where('room_id', '=', roomId)
    .where('day', '>=', since);
  const row = await (memberId === undefined ? all : all.where('member_id', '=', memberId)).executeTakeFirst();
  return row?.at ?? null;
}

export async function markReminded(tx: Tx, id: OffenceId, at: number): Promise<void> {
  await tx.updateTable('offence').set({ reminded_at: at }).where('id', '=', id).execute();
}

/** What was said and appealed is forgotten, that it was is not. */
export function forgetOffenceTexts(before: number, limit: number): RawBuilder<unknown> {
  return sql`update offence set content = null, appeal = null where id in
    (select id from offence where (content is not null or appeal is not null) and at < ${before} limit ${sql.lit(limit)})`;
}

/** Of one member in one room, all that were not voided, the oldest first. */
export async function listStanding(
  tx: Tx,
  { roomId, memberId }: { readonly roomId: RoomId; readonly memberId: MemberId },
): Promise<OffenceId[]> {
  const rows = await tx
    .selectFrom('offence')
    .select('id')
    .where('member_id', '=', memberId)
    .where('room_id', '=', roomId)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Those that count towards a verdict: of one member in one room, since an instant. */
export async function listCounted(
  tx: Tx,
  { roomId, memberId }: { readonly roomId: RoomId; readonly memberId: MemberId },
  since: number,
): Promise<readonly { readonly at: number }[]> {
  return tx
    .selectFrom('offence')
    .select('at')
    .where('member_id', '=', memberId)
    .where('room_id', '=', roomId)
    .where('at', '>', since)
    .where('escalates', '=', 1)
    .where('voided_at', 'is', null)
    .execute();
}
