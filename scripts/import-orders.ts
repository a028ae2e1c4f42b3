/** `npm run import-orders -- FILE`: takes over orders from a table. On SQLite the bot must not run meanwhile. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { type Config, readConfig } from '../src/config.js';
import { importOrderFile } from '../src/import-order-file.js';
import { openCommunityDatabase, refuseMixedCommunity } from '../src/open-community-database.js';
import { type Clock, systemClock } from '../src/ports/clock.js';
import { openSimulatedClock } from '../src/transport/simulated/simulated-clock.js';

const USAGE = `Usage: npm run import-orders -- FILE.csv|FILE.xlsx
           --dry-run        looks at it and writes nothing
           --skip-bad       leaves out the rows that are wrong; else nothing is written if one is
           --account NAME   whose orders they are; the one that npm start runs unless told`;

async function main(): Promise<void> {
  const { file, account, ...how } = readArguments();
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const accountName = account ?? config.accountName;
  const clock = clockOf(config);
  const database = await openCommunityDatabase(config.databaseUrl, pino({ level: 'warn' }), clock);
  try {
    await refuseMixedCommunity(database, accountName);
    const { report, ok } = await importOrderFile({ database, clock, accountName, pacing: config.pacing }, file, how);
    process.stdout.write(`${report}\n`);
    if (!ok) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, 'skip-bad': { type: 'boolean' }, account: { type: 'string' } },
    });
    const [file, surplus] = positionals;
    if (file === undefined || surplus !== undefined) throw new Error('Name one file.');
    const { 'dry-run': dryRun = false, 'skip-bad': skipBad = false, account } = values;
    return { file, dryRun, skipBad, account };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error });
  }
}

/** A simulated community lives in a time of its own. */
function clockOf({ simulated, dataDir }: Config): Clock {
  return simulated ? openSimulatedClock(systemClock, join(dataDir, 'simulated-clock')) : systemClock;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
