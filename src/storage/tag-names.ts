/** The tags that there are. Each has one name, however it is typed. */

import type { AccountId } from '../domain/ids.js';
import { tagKey } from '../domain/tag.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import type { Flag } from './schema.js';

/** The name under which it is known; undefined where there is no such tag, however it is typed. */
export async function findTagName(tx: Tx, accountId: AccountId, given: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('tag')
    .select('name')
    .where('account_id', '=', accountId)
    .where('key', '=', tagKey(given))
    .executeTakeFirst();
  return row?.name;
}

export async function listTagNames(tx: Tx, accountId: AccountId): Promise<string[]> {
  const rows = await tx.selectFrom('tag').select('name').where('account_id', '=', accountId).orderBy('name').execute();
  return rows.map(({ name }) => name);
}

export async function saveTag(tx: Tx, accountId: AccountId, name: string, now: number): Promise<void> {
  await tx
    .insertInto('tag')
    .values({ account_id: accountId, name: cleanText(name), key: tagKey(name), created_at: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .execute();
}

export async function saveChoosable(tx: Tx, accountId: AccountId, name: string, choosable: boolean): Promise<void> {
  await tx
    .updateTable('tag')
    .set({ choosable: choosable ? 1 : 0 })
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .execute();
}

/** What members may choose for themselves. */
export async function listChoosable(tx: Tx, accountId: AccountId): Promise<string[]> {
  const rows = await tx
    .selectFrom('tag')
    .select('name')
    .where('account_id', '=', accountId)
    .where('choosable', '=', 1)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

export interface TagCount {
  readonly name: string;
  readonly choosable: Flag;
  /** Who has it now. */
  readonly people: number;
}

/** Every tag that there is, the most held first. */
export async function listTagCounts(tx: Tx, accountId: AccountId, now: number): Promise<TagCount[]> {
  const rows = await tx
    .selectFrom('tag')
    .leftJoin('member_tag', (join) =>
      join
        .onRef('member_tag.account_id', '=', 'tag.account_id')
        .onRef('member_tag.tag', '=', 'tag.name')
        .on('member_tag.removed_at', 'is', null)
        .on((eb) => eb.or([eb('member_tag.expires_at', 'is', null), eb('member_tag.expires_at', '>', now)])),
    )
    .select(['tag.name', 'tag.choosable'])
    .select((eb) => eb.fn.count<number>('member_tag.member_id').as('people'))
    .where('tag.account_id', '=', accountId)
    .groupBy(['tag.name', 'tag.choosable'])
    .execute();
  return rows
    .map((row) => ({ ...row, people: Number(row.people) }))
    .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
}
