/** The outbox and the schedules as people look at them: what was sent, what comes next, what needs a person. */

import type { Graphic } from '../domain/graphic.js';
import type { AccountId, OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { SLOT_KINDS, type SlotKind } from '../domain/post.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import type { Schedule } from './schedules.js';

export async function findAccountOutbox(
  tx: Tx,
  accountId: AccountId,
  id: OutboxId,
): Promise<OutboxMessage | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('errand', 'is', null)
    .executeTakeFirst();
  return row && toMessage(row);
}

export interface Again {
  readonly body: string;
  readonly late: boolean;
  readonly notBefore: number;
  readonly expiresAt: number;
  /** Given where another picture takes the place of the one that was to be sent. */
  readonly picture?: string;
  /** Given where the words are new: the graphic that goes with them, or null for none. */
  readonly graphic?: Graphic | null;
  /** The row that must have been sent before; without it, the message waits for none. */
  readonly followsId?: OutboxId;
}

/**
 * Puts an ended message back in line at a person's word, so that it is no longer one that the bot starts. Returns
 * false when its state has changed since it was read.
 */
export async function markPlannedByPerson(tx: Tx, { id, state }: OutboxMessage, again: Again): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ state: 'planned', started: 0, reason: null, body: cleanText(again.body), late: again.late ? 1 : 0 })
    .set({ not_before: again.notBefore, expires_at: again.expiresAt, follows_id: again.followsId ?? null })
    .set(again.picture === undefined ? {} : { picture: again.picture })
    .set(again.graphic === undefined ? {} : { graphic: again.graphic && JSON.stringify(again.graphic) })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes that the post leaves late. */
export async function markLate(tx: Tx, id: OutboxId): Promise<void> {
  await tx.updateTable('outbox').set({ late: 1 }).where('id', '=', id).execute();
}

/** Messages that left and are known to have arrived, of those that left at `since` or later. */
export async function countSentSince(tx: Tx, accountId: AccountId, since: number): Promise<number> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('sending_at', '>=', since)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What the account's rooms are owed next, the soonest first. */
export async function listNextSchedules(tx: Tx, accountId: AccountId, limit: number): Promise<Schedule[]> {
  return tx
    .selectFrom('schedule')
    .innerJoin('room', 'room.id', 'schedule.room_id')
    .select(['room_id as roomId', 'schedule.kind', 'next_day as nextDay', 'next_due_at as nextDueAt'])
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'is not', null)
    .orderBy('next_due_at')
    .orderBy('room_id')
    .limit(limit)
    .execute();
}

export interface UnsentSlot {
  readonly id: OutboxId;
  readonly roomId: RoomId;
  readonly kind: SlotKind;
  readonly day: LocalDay;
  readonly state: 'skipped' | 'failed' | 'expired';
  readonly reason: string | null;
}

/** The rooms' slots of one of these days that ended without being sent. */
export async function listUnsentSlots(
  tx: Tx,
  roomIds: readonly RoomId[],
  days: readonly LocalDay[],
): Promise<UnsentSlot[]> {
  if (roomIds.length === 0) return [];
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'room_id as roomId', 'kind', 'day', 'state', 'reason'])
    .where('room_id', 'in', roomIds)
    .where('kind', 'in', SLOT_KINDS)
    .where('day', 'in', days)
    .where('state', 'in', ['skipped', 'failed', 'expired'])
    .orderBy('id')
    .execute();
  return rows as UnsentSlot[];
}
