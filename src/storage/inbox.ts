/** What has been taken in: a message that the platform delivers twice stops here. */

import { sql } from 'kysely';
import type { AccountId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';
import { textsIn } from './texts-in.js';

const appendMessages = defineStatement((tx, p: { accountId: AccountId; messageIds: string; now: number }) =>
  tx
    .insertInto('inbox')
    .columns(['account_id', 'message_id', 'received_at'])
    .expression((db) =>
      db
        .selectFrom(textsIn(tx, p.messageIds))
        .select([
          sql<AccountId>`cast(${p.accountId} as integer)`.as('accountId'),
          'told.value',
          sql<number>`cast(${p.now} as bigint)`.as('now'),
        ])
        // Without it SQLite takes the conflict for a join.
        .where(sql.lit(true)),
    )
    .onConflict((conflict) => conflict.columns(['account_id', 'message_id']).doNothing())
    .returning('message_id as messageId'),
);

/** Resolves to those that were not here before, however often each is among them. */
export async function appendToInbox(
  tx: Tx,
  accountId: AccountId,
  messageIds: readonly string[],
  now: number,
): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const added = await appendMessages.all(tx, { accountId, messageIds: JSON.stringify(messageIds), now });
  return new Set(added.map(({ messageId }) => messageId));
}

export interface AnsweredLine {
  readonly memberId: MemberId;
  readonly chat: string;
  readonly hash: string;
}

/** Notes that the line is answered now. Returns false when it already was, less than `withinMs` ago. */
export async function markAnswered(tx: Tx, line: AnsweredLine, now: number, withinMs: number): Promise<boolean> {
  const row = await tx
    .insertInto('answered_line')
    .values({ member_id: line.memberId, chat: line.chat, hash: line.hash, at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['member_id', 'chat', 'hash'])
        .doUpdateSet({ at: now })
        .where('answered_line.at', '<=', now - withinMs),
    )
    .returning('at')
    .executeTakeFirst();
  return row !== undefined;
}
