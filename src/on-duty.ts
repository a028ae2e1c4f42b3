/**
 * Who runs the account: on PostgreSQL whoever holds its lease, and everybody else stands by to take over.
 *
 * On SQLite there is no lease: the lock of the file has kept every other process out by then.
 */

import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { AccountId } from './domain/ids.js';
import { Tenure } from './kit/tenure.js';
import type { Clock } from './ports/clock.js';
import type { Database } from './storage/database.js';

interface Workplace {
  readonly database: Database;
  readonly accountId: AccountId;
  readonly clock: Clock;
  readonly log: Logger;
  /** What a worker has leased for this process. */
  readonly leased: { readonly owner: string; readonly fence: number } | undefined;
}

/** Undefined where no other process can have the account. */
export function openTenure({ leased, ...workplace }: Workplace): Tenure | undefined {
  if (workplace.database.dialect === 'sqlite') return undefined;
  return new Tenure({ ...workplace, ...(leased ?? { owner: processName() }) });
}

/** Tells people which process it is, and is unlike any other. */
function processName(): string {
  return `${hostname()}#${process.pid}#${randomBytes(3).toString('hex')}`;
}

type Closer = () => Promise<void>;

export interface Duty {
  /** Resolves when the account is another's, or could not be taken over: stop, and begin anew. */
  readonly over: Promise<void>;
  /** Ends the waiting, or the work. */
  end(): Promise<void>;
}

/** Begins the work at once if the account is ours, and otherwise stands by. `work` resolves to what ends it. */
export async function goOnDuty(tenure: Tenure | undefined, log: Logger, work: () => Promise<Closer>): Promise<Duty> {
  if (!tenure) return { over: new Promise(() => {}), end: await work() };
  const { isAdopted } = tenure;
  if (await tenure.begin()) return { over: tenure.lost, end: await work() };
  // Its worker looks for another account, and this process has no other.
  if (isAdopted) return { over: Promise.resolve(), end: async () => {} };
  await tenure.explainWaiting();
  return standBy(tenure, log, work);
}

function standBy(tenure: Tenure, log: Logger, work: () => Promise<Closer>): Duty {
  const waiting = new AbortController();
  const closers: Closer[] = [];
  const taking = tenure.wait(waiting.signal).then(async (isOurs) => {
    if (!isOurs) return;
    log.info('nobody runs this account any more: taking over');
    closers.push(await work());
  });
  const failed = taking.catch((error: unknown) => log.error({ err: error }, 'the account could not be taken over'));
  return {
    over: Promise.race([
      tenure.lost,
      taking.then(
        () => tenure.lost,
        () => failed,
      ),
    ]),
    async end() {
      waiting.abort();
      await failed;
      for (const close of closers) await close();
    },
  };
}
