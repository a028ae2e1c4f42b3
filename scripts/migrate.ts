/** `npm run migrate`: brings the database up to date and says what ran. */

import { existsSync } from 'node:fs';
import { migrations } from '../migrations/index.js';
import { readConfig } from '../src/config.js';
import { migrateToLatest } from '../src/storage/migrate.js';
import { openDatabase } from '../src/storage/open-database.js';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const database = openDatabase(readConfig(process.env).databaseUrl);
  try {
    const ran = await migrateToLatest(database, migrations);
    process.stdout.write(ran.length > 0 ? `Ran ${ran.join(', ')}.\n` : 'The database is up to date.\n');
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
