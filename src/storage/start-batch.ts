/**
 * Begins a batch of messages: where every statement is a trip to another process, the first who asks a question of the hot path
 * has it answered for all of them, and rows of the hot path wait to be written together.
 */

import type { AccountId } from '../domain/ids.js';
import { startFindingAccount } from './accounts.js';
import { arrayLiteral } from './array-literal.js';
import type { Tx } from './database.js';
import { openTransactionOf } from './open-transaction.js';
import type { Heard } from './read-ahead.js';
import { startFindingRooms } from './seen-rooms.js';
import { startFindingSpeakers } from './speakers.js';

interface OfAccount {
  readonly accountId: AccountId;
  readonly accountName: string;
}

/** To be called before anything else is asked. A transaction that runs again because a step of it failed goes step by step. */
export function startBatch(tx: Tx, { accountId, accountName }: OfAccount, tellHeard: () => readonly Heard[]): void {
  const { held, guarded } = openTransactionOf(tx);
  if (!held || guarded) return;
  const heard = tellHeard();
  if (heard.length === 0) return;
  held.batch = {
    accountId,
    rooms: arrayLiteral(heard.map(({ room }) => room)),
    senders: arrayLiteral(heard.map(({ sender }) => sender)),
    size: heard.length,
    roomIds: arrayLiteral([]),
  };
  startFindingAccount(tx, accountName);
  startFindingRooms(tx);
  startFindingSpeakers(tx);
}
