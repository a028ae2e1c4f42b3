/** Items that wait to leave as one message: acknowledgements of a room, newcomers to be welcomed. */

import { sql } from 'kysely';
import type { MemberId, OutboxId, RoomId } from '../domain/ids.js';
import type { Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { lockRows } from './lock.js';
import { keyOfPair } from './memory.js';
import { literally } from './outbox-state.js';
import { roomsSpokenIn } from './read-ahead.js';
import { Remembered } from './remembered.js';
import { defineStatement } from './statement.js';

/** A message that still takes items. */
export interface Collecting {
  readonly id: OutboxId;
  readonly expiresAt: number;
  /** How many it holds. */
  readonly items: number;
  /** Where what the rows tell begins; undefined when it holds nothing but its items. */
  readonly since: number | undefined;
}

interface Wanted {
  readonly roomId: RoomId;
  readonly kind: string;
}

function collecting(tx: Tx, kind: string) {
  return (
    tx
      .selectFrom('outbox')
      .select(['id', 'expires_at as expiresAt', 'body'])
      .select((eb) =>
        eb
          .selectFrom('outbox_item')
          .select((one) => one.fn.max('position').as('position'))
          .whereRef('outbox_id', '=', 'outbox.id')
          .as('items'),
      )
      .where('kind', '=', kind)
      .where('state', '=', literally('planned'))
      .where('sending_at', 'is', null)
      .orderBy('id', 'desc')
      // Bound as a value, the limit alone would double the cost of the query.
      .limit(sql.lit(1))
  );
}

const latest = new Remembered({
  statement: defineStatement((tx, p: Wanted) => lockRows(tx, collecting(tx, p.kind).where('room_id', '=', p.roomId))),
  ahead: defineStatement((tx, p: Wanted & Batch) =>
    tx
      .selectFrom(roomsSpokenIn(p))
      .innerJoinLateral(
        lockRows(tx, collecting(tx, p.kind).where('room_id', '=', sql.ref<RoomId>('spoken.id'))).as('latest'),
        (join) => join.onTrue(),
      )
      .selectAll('latest')
      .select(['spoken.id as roomId', sql<string>`cast(${p.kind} as text)`.as('kind')]),
  ),
  keyOf: ({ roomId, kind }) => keyOfPair(roomId, numberOf(kind)),
  answerOf: ({ id, expiresAt, items, body }): Collecting => ({
    id,
    expiresAt,
    items: items ?? 0,
    since: readSince(body),
  }),
});

/** As they came up in this process. */
const kinds: string[] = [];

function numberOf(kind: string): number {
  const place = kinds.indexOf(kind);
  return place === -1 ? kinds.push(kind) - 1 : place;
}

/** For who is about to look for one. */
export function startFindingCollecting(tx: Tx, kind: string): void {
  latest.start(tx, { kind });
}

/** The latest message of that kind that waits for the room and has not been composed; locked until the transaction ends. */
export function findCollecting(tx: Tx, roomId: RoomId, kind: string): Awaitable<Collecting | undefined> {
  return latest.first(tx, { roomId, kind });
}

const insert = defineStatement((tx, p: { outboxId: OutboxId; position: number; value: string }) =>
  tx.insertInto('outbox_item').values({ outbox_id: p.outboxId, position: p.position, value: p.value }),
);

export async function appendItem(
  tx: Tx,
  { id, items }: Pick<Collecting, 'id' | 'items'>,
  value: string,
): Promise<void> {
  await insert.run(tx, { outboxId: id, position: items + 1, value });
}

/** Whom the platform shall notify when the message leaves: each once, and `most` at most. */
export async function saveMention(tx: Tx, id: OutboxId, memberId: MemberId, most: number): Promise<void> {
  const row = await tx.selectFrom('outbox').select('mentions').where('id', '=', id).executeTakeFirstOrThrow();
  const known = JSON.parse(row.mentions) as MemberId[];
  if (known.includes(memberId) || known.length >= most) return;
  const mentions = JSON.stringify([...known, memberId]);
  await tx.updateTable('outbox').set({ mentions }).where('id', '=', id).execute();
}

/** Takes the items away, oldest first. */
export async function takeItems(tx: Tx, outboxId: OutboxId): Promise<string[]> {
  const rows = await listItems.all(tx, { outboxId });
  await deleteItems.run(tx, { outboxId });
  return rows.map((row) => row.value);
}

const listItems = defineStatement((tx, p: { outboxId: OutboxId }) =>
  tx.selectFrom('outbox_item').select('value').where('outbox_id', '=', p.outboxId).orderBy('position'),
);
const deleteItems = defineStatement((tx, p: { outboxId: OutboxId }) =>
  tx.deleteFrom('outbox_item').where('outbox_id', '=', p.outboxId),
);

/** The body of a message that is still collecting tells where its rows begin; composed, it is the words. */
export function readSince(body: string): number | undefined {
  return body === '' ? undefined : Number(body);
}

export async function saveSince(tx: Tx, id: OutboxId, since: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ body: String(since) })
    .where('id', '=', id)
    .execute();
}

export async function saveExpiry(tx: Tx, id: OutboxId, expiresAt: number): Promise<void> {
  await tx.updateTable('outbox').set({ expires_at: expiresAt }).where('id', '=', id).execute();
}
