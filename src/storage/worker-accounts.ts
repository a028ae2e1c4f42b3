/** Accounts that workers run: those whose row names its puppet. */

import type { AccountId } from '../domain/ids.js';
import type { PuppetOptions } from '../domain/puppet-options.js';
import type { Tx } from './database.js';

export interface WorkerAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly puppet: string;
  readonly options: PuppetOptions;
  /** Who holds its lease, run out or not. */
  readonly owner: string | null;
}

/** In the order of their ids. */
export async function listWorkerAccounts(tx: Tx): Promise<WorkerAccount[]> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'name', 'puppet', 'puppet_options', 'lease_owner as owner'])
    .where('puppet', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ puppet, puppet_options: options, ...row }) => ({
    ...row,
    puppet: puppet ?? '',
    options: options === null ? {} : (JSON.parse(options) as PuppetOptions),
  }));
}

/** From now on workers run the account; without a puppet none does any more. */
export async function saveAccountPuppet(
  tx: Tx,
  id: AccountId,
  puppet: { readonly name: string; readonly options: PuppetOptions } | null,
): Promise<void> {
  const stored = { puppet: puppet?.name ?? null, puppet_options: puppet && JSON.stringify(puppet.options) };
  await tx.updateTable('account').set(stored).where('id', '=', id).execute();
}
