/** `npm run worker`: runs its share of the accounts of a PostgreSQL database, each in a process of its own. */

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { type Logger, pino } from 'pino';
import { type Config, readConfig } from '../src/config.js';
import { forkBot } from '../src/fork-bot.js';
import { openCommunityDatabase } from '../src/open-community-database.js';
import { systemClock } from '../src/ports/clock.js';
import type { Database } from '../src/storage/database.js';
import { Supervisor } from '../src/supervisor.js';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  if (!/^postgres(ql)?:/.test(config.databaseUrl)) {
    throw new Error('Workers share accounts on PostgreSQL alone. Set DATABASE_URL to postgres://…, or use npm start.');
  }
  const database = await openCommunityDatabase(config.databaseUrl, log, systemClock);
  const supervisor = openSupervisor(config, log, database);
  supervisor.start();
  process.stdout.write(`A worker for ${config.mostAccounts} accounts at most, on ${database.place}\n`);
  await signalled();
  await supervisor.stop();
  await database.close();
}

function openSupervisor({ mostAccounts, web: { port } }: Config, log: Logger, database: Database): Supervisor {
  const environment = process.env;
  return new Supervisor({
    database,
    id: `${hostname()}#${process.pid}#${randomBytes(3).toString('hex')}`,
    most: mostAccounts,
    environment,
    clock: systemClock,
    log,
    begin: (account, puppet) => forkBot(account, { environment, port, puppet }),
  });
}

/** What a terminal tells the whole process group, npm tells again: the second time means nothing. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of STOP_SIGNALS) process.on(signal, () => resolve());
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`The worker could not go on.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
