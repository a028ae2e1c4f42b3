/**
 * The outbox: the one door out. Whatever the bot says is first written here, in the same transaction as the change
 * it announces, and sent after the commit.
 */

import type { AccountId, MemberId, OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { OutboxState, Priority } from '../domain/outbox.js';
import type { PostKind } from '../domain/post.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export type Target = { readonly roomId: RoomId } | { readonly memberId: MemberId };

export interface OutboxDraft {
  readonly accountId: AccountId;
  readonly to: Target;
  readonly kind: string;
  readonly priority: Priority;
  /** True when the bot starts it by itself: quiet hours, budgets and stops apply. */
  readonly started: boolean;
  readonly body: string;
  readonly mentions?: readonly MemberId[];
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly createdAt: number;
}

export interface SlotDraft extends OutboxDraft {
  readonly kind: PostKind;
  readonly day: LocalDay;
  readonly late: boolean;
  readonly state: 'planned' | 'skipped';
  readonly reason?: string;
}

export async function appendOutbox(tx: Tx, draft: OutboxDraft): Promise<OutboxId> {
  const { id } = await tx
    .insertInto('outbox')
    .values({ ...toRow(draft), state: 'planned' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Fills the slot (room, kind, local day). Returns undefined when it was filled before. */
export async function appendSlot(tx: Tx, draft: SlotDraft): Promise<OutboxId | undefined> {
  const slot = { day: draft.day, late: draft.late ? 1 : 0, state: draft.state, reason: draft.reason ?? null } as const;
  const row = await tx
    .insertInto('outbox')
    .values({ ...toRow(draft), ...slot })
    .onConflict((conflict) => conflict.columns(['room_id', 'kind', 'day']).where('day', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

function toRow(draft: OutboxDraft) {
  return {
    account_id: draft.accountId,
    room_id: 'roomId' in draft.to ? draft.to.roomId : null,
    member_id: 'memberId' in draft.to ? draft.to.memberId : null,
    kind: draft.kind,
    priority: draft.priority,
    started: draft.started ? 1 : 0,
    body: cleanText(draft.body),
    mentions: JSON.stringify(draft.mentions ?? []),
    not_before: draft.notBefore,
    expires_at: draft.expiresAt,
    created_at: draft.createdAt,
  } as const;
}

export interface OutboxMessage {
  readonly id: OutboxId;
  readonly roomId: RoomId | null;
  readonly memberId: MemberId | null;
  readonly kind: string;
  readonly day: LocalDay | null;
  readonly priority: Priority;
  readonly started: boolean;
  readonly state: OutboxState;
  readonly body: string;
  readonly mentions: readonly MemberId[];
  readonly late: boolean;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly attempts: number;
  readonly sendingAt: number | null;
  readonly sentAt: number | null;
  readonly reason: string | null;
  readonly createdAt: number;
}

export const OUTBOX_COLUMNS = [
  'id',
  'room_id as roomId',
  'member_id as memberId',
  'kind',
  'day',
  'priority',
  'started',
  'state',
  'body',
  'mentions',
  'late',
  'not_before as notBefore',
  'expires_at as expiresAt',
  'attempts',
  'sending_at as sendingAt',
  'sent_at as sentAt',
  'reason',
  'created_at as createdAt',
] as const;

interface Raw {
  readonly started: 0 | 1;
  readonly late: 0 | 1;
  readonly mentions: string;
}

export function toMessage<Row extends Raw>(row: Row) {
  return { ...row, started: row.started === 1, late: row.late === 1, mentions: JSON.parse(row.mentions) as MemberId[] };
}

export async function findOutbox(tx: Tx, id: OutboxId): Promise<OutboxMessage | undefined> {
  const row = await tx.selectFrom('outbox').select(OUTBOX_COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && toMessage(row);
}

export async function findSlot(
  tx: Tx,
  roomId: RoomId,
  kind: PostKind,
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
