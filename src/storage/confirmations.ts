/** Commands that wait for their code: found by it within an account, gone once it was used. */

import type { Impact, PendingConfirmation } from '../domain/confirmation.js';
import type { AccountId, RoomId } from '../domain/ids.js';
import type { ChatMessage } from '../ports/chat-gateway.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Confirmation extends PendingConfirmation {
  readonly accountId: AccountId;
  /** Four digits. */
  readonly code: string;
  /** The room that the command concerns. */
  readonly roomId: RoomId | null;
  readonly command: string;
  /** The one that gave the command. */
  readonly message: ChatMessage;
  readonly impact: Impact;
  readonly fingerprint: string;
  readonly askedAt: number;
}

const COLUMNS = [
  'account_id as accountId',
  'code',
  'member_id as memberId',
  'chat_room_id as chatRoomId',
  'room_id as roomId',
  'command',
  'message',
  'impact',
  'fingerprint',
  'needs',
  'asked_at as askedAt',
  'expires_at as expiresAt',
  'first_confirmed_at as firstConfirmedAt',
] as const;

/** Held until the transaction ends. */
export async function findConfirmation(tx: Tx, accountId: AccountId, code: string): Promise<Confirmation | undefined> {
  const query = tx
    .selectFrom('confirmation')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('code', '=', code);
  const row = await lockRows(tx, query).executeTakeFirst();
  return row && { ...row, message: JSON.parse(row.message) as ChatMessage, impact: JSON.parse(row.impact) as Impact };
}

/** Returns false when the code is taken. */
export async function appendConfirmation(tx: Tx, asked: Confirmation): Promise<boolean> {
  const row = await tx
    .insertInto('confirmation')
    .values({
      account_id: asked.accountId,
      code: asked.code,
      member_id: asked.memberId,
      chat_room_id: asked.chatRoomId,
      room_id: asked.roomId,
      command: asked.command,
      message: JSON.stringify(asked.message),
      impact: JSON.stringify(asked.impact),
      fingerprint: asked.fingerprint,
      needs: asked.needs,
      asked_at: asked.askedAt,
      expires_at: asked.expiresAt,
      first_confirmed_at: asked.firstConfirmedAt,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'code']).doNothing())
    .returning('code')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markFirstConfirmed(
  tx: Tx,
  { accountId, code }: Confirmation,
  { at, expiresAt }: { readonly at: number; readonly expiresAt: number },
): Promise<void> {
  await tx
    .updateTable('confirmation')
    .set({ first_confirmed_at: at, expires_at: expiresAt })
    .where('account_id', '=', accountId)
    .where('code', '=', code)
    .execute();
}

export async function deleteConfirmation(tx: Tx, accountId: AccountId, code: string): Promise<void> {
  await tx.deleteFrom('confirmation').where('account_id', '=', accountId).where('code', '=', code).execute();
}

export async function deleteConfirmationsBefore(tx: Tx, accountId: AccountId, expiredBefore: number): Promise<void> {
  await tx
    .deleteFrom('confirmation')
    .where('account_id', '=', accountId)
    .where('expires_at', '<', expiredBefore)
    .execute();
}
