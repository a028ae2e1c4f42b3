/**
 * The words that managers ban and allow. Every change moves the account's version on, which is read with the account for every batch of
 * messages anyway: so each process notices by itself, and talk costs no statement.
 */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { WordList } from '../domain/moderation/rule.js';
import type { Tx } from './database.js';

export interface ListedWord {
  readonly list: WordList;
  readonly word: string;
}

export async function listWords(tx: Tx, accountId: AccountId): Promise<readonly ListedWord[]> {
  const query = tx
    .selectFrom('listed_word')
    .select(['list', 'word', 'added_at as at'])
    .where('account_id', '=', accountId);
  // Databases do not agree on how words follow each other.
  return (await query.execute()).toSorted((a, b) => a.at - b.at || (a.word < b.word ? -1 : 1));
}

export async function countWords(tx: Tx, accountId: AccountId, list: WordList): Promise<number> {
  const row = await tx
    .selectFrom('listed_word')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('list', '=', list)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface Listing extends ListedWord {
  readonly accountId: AccountId;
}

/** False when it was on the list. */
export async function appendWord(
  tx: Tx,
  { accountId, list, word }: Listing,
  by: { readonly by: MemberId; readonly at: number },
): Promise<boolean> {
  const result = await tx
    .insertInto('listed_word')
    .values({ account_id: accountId, list, word, added_by: by.by, added_at: by.at })
    .onConflict((conflict) => conflict.columns(['account_id', 'list', 'word']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when it was not on the list. */
export async function deleteWord(tx: Tx, { accountId, list, word }: Listing): Promise<boolean> {
  const result = await tx
    .deleteFrom('listed_word')
    .where('account_id', '=', accountId)
    .where('list', '=', list)
    .where('word', '=', word)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Somebody on the list of those who are allowed turned out to be another member. */
export async function moveAllowed(tx: Tx, accountId: AccountId, from: MemberId, to: MemberId): Promise<void> {
  const listing = { accountId, list: 'allowed-member', word: String(from) } as const;
  const row = await tx
    .selectFrom('listed_word')
    .select(['added_by as by', 'added_at as at'])
    .where('account_id', '=', accountId)
    .where('list', '=', listing.list)
    .where('word', '=', listing.word)
    .executeTakeFirst();
  if (row === undefined) return;
  await deleteWord(tx, listing);
  await appendWord(tx, { ...listing, word: String(to) }, row);
  await markWordsChanged(tx, accountId);
}

/** After each change of a list, also when one is undone. */
export async function markWordsChanged(tx: Tx, accountId: AccountId): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({ words_version: eb('words_version', '+', 1) }))
    .where('id', '=', accountId)
    .execute();
}
