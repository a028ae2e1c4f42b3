/** To-dos: what a person has to decide or do. One is open at most for each kind and what it is about. */

import { type RawBuilder, sql } from 'kysely';
import type { AccountId, MemberId, RoomId, TodoId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { Flag } from './schema.js';
import { defineStatement } from './statement.js';

export interface Todo {
  readonly id: TodoId;
  readonly accountId: AccountId;
  readonly kind: string;
  readonly ref: string;
  readonly roomId: RoomId | null;
  readonly memberId: MemberId | null;
  /** JSON, in the shape of the kind. */
  readonly data: string;
  readonly openedAt: number;
  /** Null while it is open. */
  readonly doneAt: number | null;
  readonly choice: string | null;
  readonly doneBy: MemberId | null;
  /** 1: goes before the others. */
  readonly urgent: Flag;
}

export type TodoDraft = Omit<Todo, 'id' | 'doneAt' | 'choice' | 'doneBy'>;

const COLUMNS = [
  'id',
  'account_id as accountId',
  'kind',
  'ref',
  'room_id as roomId',
  'member_id as memberId',
  'data',
  'opened_at as openedAt',
  'done_at as doneAt',
  'choice',
  'done_by as doneBy',
  'urgent',
] as const;

/** Undefined when one of that kind is open already for the same thing. */
export async function appendTodo(tx: Tx, draft: TodoDraft): Promise<TodoId | undefined> {
  const { accountId, kind, ref, roomId, memberId, data, openedAt, urgent } = draft;
  if (await findOpenTodo(tx, accountId, kind, ref)) return undefined;
  const row = await tx
    .insertInto('todo')
    .values({
      account_id: accountId,
      kind,
      ref,
      room_id: roomId,
      member_id: memberId,
      data: cleanText(data),
      opened_at: openedAt,
      urgent,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function findOpenTodo(tx: Tx, accountId: AccountId, kind: string, ref: string): Promise<Todo | undefined> {
  return findOpen.first(tx, { accountId, kind, ref });
}

const findOpen = defineStatement((tx, p: { accountId: AccountId; kind: string; ref: string }) =>
  tx
    .selectFrom('todo')
    .select(COLUMNS)
    .where('account_id', '=', p.accountId)
    .where('kind', '=', p.kind)
    .where('ref', '=', p.ref)
    .where('done_at', 'is', null),
);

/** Held until the transaction ends. */
export async function lockTodo(tx: Tx, accountId: AccountId, id: TodoId): Promise<Todo | undefined> {
  const query = tx.selectFrom('todo').select(COLUMNS).where('id', '=', id).where('account_id', '=', accountId);
  return lockRows(tx, query).executeTakeFirst();
}

/** What is urgent first, then the oldest; of a room or of all rooms. */
export async function listOpenTodos(
  tx: Tx,
  accountId: AccountId,
  roomId: RoomId | undefined,
  limit: number,
): Promise<readonly Todo[]> {
  const open = tx
    .selectFrom('todo')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('done_at', 'is', null)
    .orderBy('urgent', 'desc')
    .orderBy('id')
    .limit(limit);
  return (roomId === undefined ? open : open.where('room_id', '=', roomId)).execute();
}

/** The oldest first, of the whole account. */
export async function listOpenOfKind(tx: Tx, accountId: AccountId, kind: string): Promise<readonly Todo[]> {
  return tx
    .selectFrom('todo')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function countOpenTodos(tx: Tx, accountId: AccountId, roomId: RoomId | undefined): Promise<number> {
  const open = tx
    .selectFrom('todo')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('done_at', 'is', null);
  const row = await (roomId === undefined ? open : open.where('room_id', '=', roomId)).executeTakeFirstOrThrow();
  return row.count;
}

export async function markTodoDone(
  tx: Tx,
  id: TodoId,
  { choice, by, at }: { readonly choice: string | null; readonly by: MemberId | null; readonly at: number },
): Promise<void> {
  await tx.updateTable('todo').set({ choice, done_by: by, done_at: at }).where('id', '=', id).execute();
}

/** What to-dos that are done quoted of what people said. */
export function forgetTodoTexts(before: number, limit: number): RawBuilder<unknown> {
  const quoting = sql.join(['appeal', 'ticket', 'ticket-tell'].map((kind) => sql.lit(kind)));
  return sql`update todo set data = 'null' where id in
    (select id from todo where kind in (${quoting}) and data <> 'null' and done_at < ${before} limit ${sql.lit(limit)})`;
}
