/**
 * A whole worker in a process of its own: the product's supervisor, whose leases and pauses are as much shorter as those of
 * the judged bots, and whose bots its judge begins for it, to be their WeChat.
 */

import { pino } from 'pino';
import { openCommunityDatabase } from '../../../src/open-community-database.js';
import { systemClock } from '../../../src/ports/clock.js';
import type { Database } from '../../../src/storage/database.js';
import { LEASE_MS } from '../../../src/storage/leases.js';
import { type BotChild, Supervisor } from '../../../src/supervisor.js';
import { WORKERS_LEASE_MS } from './judged-lease.js';
import type { Leased, LoggedLine, WorkerLine, WorkerOrder } from './protocol.js';

const clock = { monotonic: () => (LEASE_MS / WORKERS_LEASE_MS) * systemClock.monotonic() };
const log = pino({ level: 'warn' }, { write: (line: string) => tell({ logged: JSON.parse(line) as LoggedLine }) });
const ends = new Map<number, () => void>();
let serial = 0;
let work: { readonly supervisor: Supervisor; readonly database: Database } | undefined;

function tell(line: WorkerLine): void {
  process.send?.(line);
}

function begin({ name, owner, fence }: Leased & { readonly name: string }): BotChild {
  const bot = ++serial;
  tell({ begin: bot, account: name, hold: { owner, fence } });
  return { ended: new Promise((resolve) => ends.set(bot, resolve)), stop: () => tell({ stop: bot }) };
}

async function start({ url, id }: { readonly url: string; readonly id: string }): Promise<void> {
  const database = await openCommunityDatabase(url, log, systemClock);
  const common = { database, id, log, clock, begin };
  const supervisor = new Supervisor({ ...common, most: 4, leaseMs: WORKERS_LEASE_MS, environment: {} });
  work = { supervisor, database };
  supervisor.start();
}

async function stop(): Promise<void> {
  await work?.supervisor.stop();
  await work?.database.close();
  process.disconnect();
}

process.on('message', (line: WorkerOrder) => {
  if ('ended' in line) return ends.get(line.ended)?.();
  const done = 'start' in line ? start(line.start) : stop();
  done.catch((error: unknown) => log.fatal({ err: error }, 'the worker could not go on'));
});
process.on('disconnect', () => process.exit(0));
