/** The outbox as slots: what a room is owed on a local day, each kind once, whatever becomes of it. */

import type { OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { SlotKind } from '../domain/post.js';
import type { Tx } from './database.js';
import { OUTBOX_COLUMNS, type OutboxDraft, type OutboxMessage, toMessage, toRow } from './outbox.js';

export interface SlotDraft extends OutboxDraft {
  readonly to: { readonly roomId: RoomId };
  readonly kind: SlotKind;
  readonly day: LocalDay;
  readonly late: boolean;
  readonly state: 'planned' | 'skipped';
  readonly reason?: string;
  /** The name of the picture that is sent; `body` then says what it shows. */
  readonly picture?: string;
  /** The row that must have been sent before. */
  readonly followsId?: OutboxId;
}

/** Fills the slot (room, kind, local day). Returns undefined when it was filled before. */
export async function appendSlot(tx: Tx, draft: SlotDraft): Promise<OutboxId | undefined> {
  const slot = { day: draft.day, late: draft.late ? 1 : 0, state: draft.state, reason: draft.reason ?? null } as const;
  const row = await tx
    .insertInto('outbox')
    .values({ ...toRow(draft), ...slot, picture: draft.picture ?? null, follows_id: draft.followsId ?? null })
    .onConflict((conflict) => conflict.columns(['room_id', 'kind', 'day']).where('day', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function findSlot(
  tx: Tx,
  roomId: RoomId,
  kind: SlotKind,
  day: LocalDay,
): Promise<OutboxMessage | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('room_id', '=', roomId)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .executeTakeFirst();
  return row && toMessage(row);
}
