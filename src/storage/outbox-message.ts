/** A message of the outbox as it is read. */

import type { Errand } from '../domain/errand.js';
import type { Graphic } from '../domain/graphic.js';
import type { MemberId, OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { OutboxState, Priority } from '../domain/outbox.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

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
  /** The name of a picture that is sent instead of words; `body` then says what it shows. */
  readonly picture: string | null;
  /** What is drawn and sent instead of the words in `body`; null also after it was given up for them. */
  readonly graphic: Graphic | null;
  /** What is done in place of words. */
  readonly errand: Errand | null;
  /** The row that must have been sent before. */
  readonly followsId: OutboxId | null;
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
  'picture',
  'graphic',
  'errand',
  'follows_id as followsId',
  'created_at as createdAt',
] as const;

interface Raw {
  readonly started: 0 | 1;
  readonly late: 0 | 1;
  readonly mentions: string;
  readonly graphic: string | null;
  readonly errand: string | null;
}

export function toMessage<Row extends Raw>(row: Row) {
  return {
    ...row,
    started: row.started === 1,
    late: row.late === 1,
    mentions: JSON.parse(row.mentions) as MemberId[],
    graphic: row.graphic === null ? null : (JSON.parse(row.graphic) as Graphic),
    errand: row.errand === null ? null : (JSON.parse(row.errand) as Errand),
  };
}

export async function findOutbox(tx: Tx, id: OutboxId): Promise<OutboxMessage | undefined> {
  const row = await findById.first(tx, { id });
  return row && toMessage(row);
}

const findById = defineStatement((tx, p: { id: OutboxId }) =>
  tx.selectFrom('outbox').select(OUTBOX_COLUMNS).where('id', '=', p.id),
);
