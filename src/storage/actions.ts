/** What staff did: appended when it is done, and marked when it is undone. */

import type { AccountId, ActionId, MemberId, RoomId } from '../domain/ids.js';
import type { Role } from '../domain/role.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import type { RowChange } from './row-images.js';

export interface NewAction {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  /** The one that counted when it was done. */
  readonly role: Role;
  /** The room concerned; null where none was. */
  readonly roomId: RoomId | null;
  /** Where it was said; null for a private chat. */
  readonly chatRoomId: RoomId | null;
  readonly command: string;
  readonly line: string;
  readonly at: number;
  /** `none` for what only handed out data. */
  readonly effect: 'none' | 'undoable' | 'final';
  readonly changes: readonly RowChange[];
  /** JSON. */
  readonly noted: string | null;
  /** The second manager, where one was needed. */
  readonly confirmedBy: MemberId | null;
}

export interface Action extends NewAction {
  readonly id: ActionId;
  readonly undoneBy: MemberId | null;
  readonly undoneAt: number | null;
}

const COLUMNS = [
  'id',
  'account_id as accountId',
  'member_id as memberId',
  'role',
  'room_id as roomId',
  'chat_room_id as chatRoomId',
  'command',
  'line',
  'at',
  'effect',
  'changes',
  'noted',
  'confirmed_by as confirmedBy',
  'undone_by as undoneBy',
  'undone_at as undoneAt',
] as const;

export async function appendAction(tx: Tx, action: NewAction): Promise<ActionId> {
  const { accountId, memberId, roomId, chatRoomId, confirmedBy, line, changes, ...rest } = action;
  const { id } = await tx
    .insertInto('action')
    .values({
      ...rest,
      account_id: accountId,
      member_id: memberId,
      room_id: roomId,
      chat_room_id: chatRoomId,
      confirmed_by: confirmedBy,
      line: cleanText(line),
      changes: JSON.stringify(changes),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Held until the transaction ends. */
export async function findAction(tx: Tx, accountId: AccountId, id: ActionId): Promise<Action | undefined> {
  const query = tx.selectFrom('action').select(COLUMNS).where('id', '=', id).where('account_id', '=', accountId);
  const row = await lockRows(tx, query).executeTakeFirst();
  return row && toAction(row);
}

export interface ActionFilter {
  readonly accountId: AccountId;
  readonly roomId?: RoomId | undefined;
  readonly memberId?: MemberId | undefined;
  /** An instant. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

/** The latest first. */
export async function listActions(tx: Tx, filter: ActionFilter, limit: number): Promise<Action[]> {
  const { accountId, roomId, memberId, from, before } = filter;
  let query = tx.selectFrom('action').select(COLUMNS).where('account_id', '=', accountId);
  if (roomId !== undefined) query = query.where('room_id', '=', roomId);
  if (memberId !== undefined) query = query.where('member_id', '=', memberId);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (before !== undefined) query = query.where('at', '<', before);
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toAction);
}

/** What was done after it and stands, the first first. */
export async function listActionsAfter(tx: Tx, { accountId, id, at }: Action, limit: number): Promise<Action[]> {
  const rows = await tx
    .selectFrom('action')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('at', '>=', at)
    .where('id', '>', id)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toAction);
}

export async function markActionUndone(tx: Tx, id: ActionId, by: MemberId, at: number): Promise<void> {
  await tx.updateTable('action').set({ undone_by: by, undone_at: at }).where('id', '=', id).execute();
}

function toAction<Row extends { readonly changes: string }>(row: Row): Omit<Row, 'changes'> & Pick<Action, 'changes'> {
  return { ...row, changes: JSON.parse(row.changes) as readonly RowChange[] };
}
