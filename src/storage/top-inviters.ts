/** Who brought most newcomers. */

import type { AccountId } from '../domain/ids.js';
import type { Tx } from './database.js';

export interface InviterCount {
  readonly name: string;
  readonly brought: number;
  readonly earned: number;
}

export async function listTopInviters(tx: Tx, accountId: AccountId, limit: number): Promise<InviterCount[]> {
  const rows = await tx
    .selectFrom('referral')
    .innerJoin('member', 'member.id', 'referral.inviter_id')
    .select('member.name')
    .select((eb) => eb.fn.countAll<number>().as('brought'))
    .select((eb) => eb.fn.sum<number>(eb.case().when('state', '=', 'earned').then(1).else(0).end()).as('earned'))
    .where('account_id', '=', accountId)
    .groupBy(['referral.inviter_id', 'member.name'])
    .orderBy('earned', 'desc')
    .orderBy('brought', 'desc')
    .orderBy('referral.inviter_id')
    .limit(limit)
    .execute();
  return rows.map(({ name, brought, earned }) => ({ name, brought: Number(brought), earned: Number(earned) }));
}
