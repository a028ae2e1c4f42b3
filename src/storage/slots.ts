/** The outbox as slots: what a room is owed on a local day, each kind once, whatever becomes of it. */

import type { OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { SlotKind } from '../domain/post.js';
import type { Tx } from './database.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import { type OutboxDraft, toRow } from './outbox.js';
import { defineStatement } from './statement.js';

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
  const { day, state, reason = null, picture = null, followsId = null } = draft;
  const row = await insert.first(tx, {
    ...toRow(draft),
    day,
    late: draft.late ? 1 : 0,
    state,
    reason,
    picture,
    followsId,
  });
  return row?.id;
}

interface SlotRow extends ReturnType<typeof toRow> {
  readonly day: LocalDay;
  readonly late: 0 | 1;
  readonly state: SlotDraft['state'];
  readonly reason: string | null;
  readonly picture: string | null;
  readonly followsId: OutboxId | null;
}

const insert = defineStatement((tx, p: SlotRow) =>
  tx
    .insertInto('outbox')
    .values({
      account_id: p.account_id,
      room_id: p.room_id,
      member_id: p.member_id,
      kind: p.kind,
      day: p.day,
      priority: p.priority,
      started: p.started,
      state: p.state,
      body: p.body,
      mentions: p.mentions,
      late: p.late,
      not_before: p.not_before,
      expires_at: p.expires_at,
      reason: p.reason,
      created_at: p.created_at,
      picture: p.picture,
      graphic: p.graphic,
      follows_id: p.followsId,
    })
    .onConflict((conflict) => conflict.columns(['room_id', 'kind', 'day']).where('day', 'is not', null).doNothing())
    .returning('id'),
);

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
