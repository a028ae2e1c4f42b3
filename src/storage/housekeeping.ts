/** What need not be kept any longer, a bounded number of rows at a time so that nothing waits for it. */

import { type RawBuilder, sql } from 'kysely';
import type { CheckInId } from '../domain/ids.js';
import { readBookmark, saveBookmark } from './bookmarks.js';
import { forgetChainLists } from './chain-lists.js';
import type { Tx } from './database.js';
import { forgetConfirmations, forgetOldRows, forgetRefusals } from './forget-safety.js';
import { forgetOffenceTexts } from './offence-states.js';
import { forgetQuestionTexts } from './questions.js';
import { forgetTicketTexts } from './tickets.js';
import { forgetTodoTexts } from './todos.js';

const ROWS_A_ROUND = 2_000;
const BOOKMARK = 'text of check-ins forgotten';

export interface Expiry {
  /** What came in and was shown back before this instant can no longer be delivered twice. */
  readonly tracesBefore: number;
  /** What serves for a day: codes, the last refusals. */
  readonly dayBefore: number;
  /** The text of check-ins and replies before this instant is forgotten. */
  readonly textBefore: number;
  /** Where a gift was sent that left before this instant is forgotten, and so is what told it to staff. */
  readonly addressesBefore: number;
}

/** Forgets a round of what has expired. Returns how many rows it touched; 0 when nothing is left. */
export async function forgetExpired(tx: Tx, expiry: Expiry): Promise<number> {
  const rounds = [
    forgetTraces('inbox', 'received_at', expiry.tracesBefore),
    forgetTraces('echo', 'at', expiry.tracesBefore),
    forgetAnsweredLines(expiry.tracesBefore),
    forgetReplies(expiry.textBefore),
    forgetRecognitionDetails(expiry.tracesBefore),
    forgetOffenceTexts(expiry.textBefore, ROWS_A_ROUND),
    forgetTodoTexts(expiry.textBefore, ROWS_A_ROUND),
    forgetQuestionTexts(expiry.textBefore, ROWS_A_ROUND),
    forgetTicketTexts(expiry.textBefore, ROWS_A_ROUND),
    forgetOldRows(expiry.textBefore, ROWS_A_ROUND),
    forgetConfirmations(expiry.dayBefore, ROWS_A_ROUND),
    forgetRefusals(expiry.dayBefore, ROWS_A_ROUND),
    forgetAddresses(expiry.addressesBefore),
    forgetToldAddresses(expiry.addressesBefore),
    forgetToldCodes(expiry.dayBefore),
  ];
  let touched = await forgetContent(tx, expiry.textBefore);
  touched += await forgetChainLists(tx, expiry.textBefore, ROWS_A_ROUND);
  for (const round of rounds) touched += Number((await round.execute(tx)).numAffectedRows ?? 0n);
  return touched;
}

function forgetTraces(table: 'inbox' | 'echo', time: string, before: number): RawBuilder<unknown> {
  const from = sql.table(table);
  return sql`delete from ${from} where (account_id, message_id) in
    (select account_id, message_id from ${from} where ${sql.ref(time)} < ${before} limit ${sql.lit(ROWS_A_ROUND)})`;
}

function forgetAnsweredLines(before: number): RawBuilder<unknown> {
  return sql`delete from answered_line where (member_id, chat, hash) in
    (select member_id, chat, hash from answered_line where at < ${before} limit ${sql.lit(ROWS_A_ROUND)})`;
}

/** Who was recognised as whom stays; what it would take to take it back, words of check-ins among it, is past use. */
function forgetRecognitionDetails(before: number): RawBuilder<unknown> {
  return sql`update identity_log set details = '' where id in
    (select id from identity_log where details <> '' and at < ${before} limit ${sql.lit(ROWS_A_ROUND)})`;
}

/** Of what was called off too. */
function forgetAddresses(before: number): RawBuilder<unknown> {
  return sql`update redemption set address = null where id in
    (select id from redemption where address is not null and done_at < ${before} limit ${sql.lit(ROWS_A_ROUND)})`;
}

/** Told while the gift had not left yet, so in good time. */
function forgetToldAddresses(before: number): RawBuilder<unknown> {
  return sql`delete from outbox where id in
    (select id from outbox where kind = 'addresses' and created_at < ${before} limit ${sql.lit(ROWS_A_ROUND)})`;
}

/** Codes for cards in clear are nowhere but in the message that told them. */
function forgetToldCodes(before: number): RawBuilder<unknown> {
  return sql`delete from outbox where id in
    (select id from outbox where kind = 'card-codes' and created_at < ${before}
      and state not in ('planned', 'sending') limit ${sql.lit(ROWS_A_ROUND)})`;
}

/** Slots stay: they prove what was posted. */
function forgetReplies(before: number): RawBuilder<unknown> {
  return sql`delete from outbox where id in
    (select id from outbox where day is null and created_at < ${before}
      and state not in ('planned', 'sending', 'uncertain') limit ${sql.lit(ROWS_A_ROUND)})`;
}

/**
 * The facts of check-ins stay: who, where, on which day, with what kind of evidence. They lie in the order in which they
 * came, and a bookmark keeps what was forgotten before from being looked at again.
 */
async function forgetContent(tx: Tx, before: number): Promise<number> {
  const position = await readBookmark(tx, BOOKMARK);
  const rows = await tx
    .selectFrom('check_in')
    .select(['id', 'at'])
    .where('id', '>', position as CheckInId)
    .orderBy('id')
    .limit(ROWS_A_ROUND)
    .execute();
  const young = rows.findIndex(({ at }) => at >= before);
  const last = rows.at(young === -1 ? rows.length - 1 : young - 1);
  if (young === 0 || last === undefined) return 0;
  await tx
    .updateTable('check_in')
    .set({ content: '' })
    .where('id', '>', position as CheckInId)
    .where('id', '<=', last.id)
    .execute();
  await saveBookmark(tx, BOOKMARK, last.id);
  return young === -1 ? rows.length : young;
}
