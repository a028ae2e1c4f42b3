/** Members by their tags: whose have expired, and who has all of some. */

import type { AccountId, MemberId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface ExpiredTag {
  readonly memberId: MemberId;
  readonly tag: string;
}

/** Those whose time is over and whose rows do not say so yet. */
export async function listExpired(tx: Tx, accountId: AccountId, now: number): Promise<readonly ExpiredTag[]> {
  return listOver.all(tx, { accountId, now });
}

const listOver = defineStatement((tx, p: { accountId: AccountId; now: number }) =>
  tx
    .selectFrom('member_tag')
    .select(['member_id as memberId', 'tag'])
    .where('account_id', '=', p.accountId)
    .where('removed_at', 'is', null)
    .where('expires_at', 'is not', null)
    .where('expires_at', '<=', p.now)
    .orderBy('member_id')
    .orderBy('tag'),
);

/** Who has all of these tags now; undefined where none is asked for. */
export async function listWithTags(
  tx: Tx,
  accountId: AccountId,
  tags: readonly string[],
  now: number,
): Promise<ReadonlySet<MemberId> | undefined> {
  if (tags.length === 0) return undefined;
  const rows = await tx
    .selectFrom('member_tag')
    .select('member_id as memberId')
    .where('account_id', '=', accountId)
    .where('tag', 'in', tags)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .groupBy('member_id')
    .having((eb) => eb(eb.fn.countAll<number>(), '=', new Set(tags).size))
    .execute();
  return new Set(rows.map(({ memberId }) => memberId));
}
