/** `npm run migrate-to-postgres -- --from file:PATH --to postgres://…`: copies a community from SQLite, all of it or nothing. */

import { parseArgs } from 'node:util';
import { copyToPostgres } from '../src/copy-to-postgres.js';

const USAGE = `Usage: npm run migrate-to-postgres -- --from file:./data/zaoba.sqlite --to postgres://user:password@host/database

Stop the bot first. The PostgreSQL database must be empty. The SQLite file stays as it is.`;

async function main(): Promise<void> {
  const { from, to } = readArguments();
  let total = 0;
  await copyToPostgres({
    from,
    to,
    onTable(name, rows) {
      total += rows;
      process.stdout.write(`${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}\n`);
    },
  });
  process.stdout.write(`Copied and compared ${total} rows. Set DATABASE_URL to the new database, and start the bot.\n`);
}

function readArguments(): { readonly from: string; readonly to: string } {
  const { from, to } = givenArguments();
  if (from === undefined || to === undefined) throw new Error(USAGE);
  return { from, to };
}

function givenArguments() {
  try {
    return parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
