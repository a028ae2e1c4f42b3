/**
 * The outbox: the one door out. Whatever the bot says is first written here, in the same transaction as the change
 * it announces, and sent after the commit.
 */

import type { Graphic } from '../domain/graphic.js';
import type { AccountId, MemberId, OutboxId, RoomId } from '../domain/ids.js';
import type { Priority } from '../domain/outbox.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

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
  /** Drawn and sent instead of the words, which go out where it cannot be. */
  readonly graphic?: Graphic | null;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly createdAt: number;
}

const insertPlanned = defineStatement((tx, p: ReturnType<typeof toRow>) =>
  tx
    .insertInto('outbox')
    .values({
      account_id: p.account_id,
      room_id: p.room_id,
      member_id: p.member_id,
      kind: p.kind,
      priority: p.priority,
      started: p.started,
      state: 'planned',
      body: p.body,
      mentions: p.mentions,
      graphic: p.graphic,
      not_before: p.not_before,
      expires_at: p.expires_at,
      created_at: p.created_at,
    })
    .returning('id'),
);

export async function appendOutbox(tx: Tx, draft: OutboxDraft): Promise<OutboxId> {
  const row = await insertPlanned.first(tx, toRow(draft));
  if (!row) throw new Error('The outbox took no row.');
  return row.id;
}

export function toRow(draft: OutboxDraft) {
  return {
    account_id: draft.accountId,
    room_id: 'roomId' in draft.to ? draft.to.roomId : null,
    member_id: 'memberId' in draft.to ? draft.to.memberId : null,
    kind: draft.kind,
    priority: draft.priority,
    started: draft.started ? 1 : 0,
    body: cleanText(draft.body),
    mentions: draft.mentions?.length ? JSON.stringify(draft.mentions) : '[]',
    graphic: draft.graphic ? JSON.stringify(draft.graphic) : null,
    not_before: draft.notBefore,
    expires_at: draft.expiresAt,
    created_at: draft.createdAt,
  } as const;
}
