/** `npm run export -- --out DIR`: writes the community as CSV files, while the bot runs or not. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { type Config, readConfig } from '../src/config.js';
import { exportCommunity, type ExportedFile } from '../src/export-community.js';
import { type Clock, systemClock } from '../src/ports/clock.js';
import { openDatabase } from '../src/storage/open-database.js';
import { openSimulatedClock } from '../src/transport/simulated/simulated-clock.js';

const USAGE = `Usage: npm run export -- --out DIR

Writes the community into DIR as CSV files that open in Excel: rooms, members, check-ins, points, posts, redemptions, red
packets; orders, cards with their events, entitlements; sources, referrals, tags and tiers with their changes; trials, moves,
core users, moderators, offences and trust events; questions and tickets.`;

async function main(): Promise<void> {
  const folder = readFolder();
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const database = openDatabase(config.databaseUrl, () => {}, { shared: true });
  try {
    const files = await exportCommunity(database, folder, clockOf(config).now());
    for (const { name, rows } of files) {
      process.stdout.write(`${join(folder, name)}: ${rows} ${rows === 1 ? 'row' : 'rows'}\n`);
    }
    noteExport(config, files);
  } finally {
    await database.close();
  }
}

/** On stderr, beside what is printed: whoever ran it owns the machine, and is not known here. */
function noteExport({ logLevel }: Config, files: readonly ExportedFile[]): void {
  const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));
  const rows = Object.fromEntries(files.map((file) => [file.name, file.rows]));
  log.info({ what: 'community', rows }, 'exported');
}

function readFolder(): string {
  const folder = givenFolder();
  if (folder === undefined || folder === '') throw new Error(USAGE);
  return folder;
}

function givenFolder(): string | undefined {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values.out;
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
