/** What a process asks the database about the account that it wants, each time in a transaction of its own. */

import type { AccountId } from '../domain/ids.js';
import type { Database } from '../storage/database.js';
import { acquireLease, findHolder, type Holding, LEASE_MS, releaseLease, renewLease } from '../storage/leases.js';

export interface LeaseDeskOptions {
  readonly database: Database;
  readonly accountId: AccountId;
  /** Unlike any other process, and telling people which one it is. */
  readonly owner: string;
  /** How long an owner that gives no sign keeps the account: 30 seconds unless told. */
  readonly leaseMs?: number;
}

export class LeaseDesk {
  readonly leaseMs: number;
  readonly #options: LeaseDeskOptions;

  constructor(options: LeaseDeskOptions) {
    this.#options = options;
    this.leaseMs = options.leaseMs ?? LEASE_MS;
  }

  /** Resolves to the fence, or to nothing while somebody holds the account. */
  async acquire(): Promise<number | undefined> {
    const { database, accountId, owner } = this.#options;
    return database.transaction((tx) => acquireLease(tx, accountId, owner, this.leaseMs));
  }

  /** Resolves to false when the account has another owner by now. */
  async renew(fence: number): Promise<boolean> {
    return this.#options.database.transaction((tx) => renewLease(tx, this.#holding(fence), this.leaseMs));
  }

  async giveBack(fence: number): Promise<void> {
    return this.#options.database.transaction((tx) => releaseLease(tx, this.#holding(fence)));
  }

  async findHolder() {
    return this.#options.database.transaction((tx) => findHolder(tx, this.#options.accountId));
  }

  #holding(fence: number): Holding {
    return { accountId: this.#options.accountId, owner: this.#options.owner, fence };
  }
}
