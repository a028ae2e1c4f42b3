/** What a room was posted, and what waits to be: for what has to fit in with it. */

import { sql } from 'kysely';
import type { Graphic } from '../domain/graphic.js';
import type { AccountId, OutboxId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { PostKind } from '../domain/post.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { OUTBOX_COLUMNS, type OutboxMessage, toMessage } from './outbox-message.js';
import { literally } from './outbox-state.js';
import { defineStatement } from './statement.js';

/** Whether the post of that day has left, as far as anybody knows. */
export async function isOut(tx: Tx, roomId: RoomId, kind: PostKind, day: LocalDay): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('room_id', '=', roomId)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .executeTakeFirst();
  return row !== undefined;
}

/** The last day before `before` whose post has left; undefined when there is none. */
export async function findLastOut(
  tx: Tx,
  roomId: RoomId,
  kind: PostKind,
  before: LocalDay,
): Promise<LocalDay | undefined> {
  return (await findLast.first(tx, { roomId, kind, before }))?.day ?? undefined;
}

/** The limit is written out: SQLite would plan the query anew for each one that is bound, which takes longer than to run it. */
const findLast = defineStatement((tx, p: { roomId: RoomId; kind: PostKind; before: LocalDay }) =>
  tx
    .selectFrom('outbox')
    .select('day')
    .where('room_id', '=', p.roomId)
    .where('kind', '=', p.kind)
    .where('day', '<', p.before)
    .where('state', 'in', [literally('sending'), literally('sent'), literally('uncertain')])
    .orderBy('day', 'desc')
    .limit(sql.lit(1)),
);

/** When the last post of these days that has left for the room was composed; 0 where none has. */
export async function readLastComposedAt(
  tx: Tx,
  roomId: RoomId,
  kinds: readonly PostKind[],
  since: LocalDay,
): Promise<number> {
  const row = await tx
    .selectFrom('outbox')
    .select((eb) => eb.fn.max('created_at').as('at'))
    .where('room_id', '=', roomId)
    .where('kind', 'in', kinds)
    .where('day', '>=', since)
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .executeTakeFirst();
  return Number(row?.at ?? 0);
}

/** Posts with their words that wait to be sent: the room's review, and what staff read of all rooms. */
export async function listUnsentFigures(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<OutboxMessage[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(OUTBOX_COLUMNS)
    .where('account_id', '=', accountId)
    .where('state', '=', literally('planned'))
    .where('sending_at', 'is', null)
    .where('day', 'is not', null)
    .where((eb) => eb.or([eb.and([eb('room_id', '=', roomId), eb('kind', '=', 'review')]), eb('kind', '=', 'outlook')]))
    .orderBy('id')
    .execute();
  return rows.map((row) => toMessage(row));
}

/** Other words for a post that still waits. */
export async function saveWords(
  tx: Tx,
  id: OutboxId,
  { text, graphic = null }: { readonly text: string; readonly graphic?: Graphic | null | undefined },
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ body: cleanText(text), graphic: graphic === null ? null : JSON.stringify(graphic) })
    .where('id', '=', id)
    .where('state', '=', literally('planned'))
    .where('sending_at', 'is', null)
    .execute();
}
