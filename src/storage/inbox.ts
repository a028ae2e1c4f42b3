/** What has been taken in: a message that the platform delivers twice stops here. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

const appendMessage = defineStatement((tx, p: { accountId: AccountId; messageId: string; now: number }) =>
  tx
    .insertInto('inbox')
    .values({ account_id: p.accountId, message_id: p.messageId, received_at: p.now })
    .onConflict((conflict) => conflict.columns(['account_id', 'message_id']).doNothing()),
);

/** Returns false when the message was here before. */
export async function appendToInbox(tx: Tx, accountId: AccountId, messageId: string, now: number): Promise<boolean> {
  return (await appendMessage.run(tx, { accountId, messageId, now })) > 0;
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
