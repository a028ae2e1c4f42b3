/** `npm run accounts`: the accounts that workers run, and how each reaches its WeChat. */

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig, SIMULATED } from '../src/config.js';
import { holdsSecret, type PuppetOptions, type PuppetVariable } from '../src/domain/puppet-options.js';
import { openCommunityDatabase, refuseMixedCommunity } from '../src/open-community-database.js';
import { systemClock } from '../src/ports/clock.js';
import { findOrAddAccount } from '../src/storage/accounts.js';
import type { Tx } from '../src/storage/database.js';
import { listWorkerAccounts, saveAccountPuppet } from '../src/storage/worker-accounts.js';

const USAGE = `Usage: npm run accounts                                    lists them
       npm run accounts -- --name NAME --puppet PACKAGE   adds or changes one
           --set VARIABLE=VALUE     the puppet finds VARIABLE in its environment; repeat it for more
           --from VARIABLE=MINE     its value is in the worker's variable MINE: for tokens and other secrets
       npm run accounts -- --name NAME --puppet none      no worker runs it any more`;

const OPTIONS = {
  name: { type: 'string' },
  puppet: { type: 'string' },
  set: { type: 'string', multiple: true },
  from: { type: 'string', multiple: true },
} as const;

async function main(): Promise<void> {
  const wanted = readArguments();
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { databaseUrl } = readConfig(process.env);
  const database = await openCommunityDatabase(databaseUrl, pino({ level: 'warn' }), systemClock);
  try {
    if (wanted) await refuseMixedCommunity(database, wanted.name);
    await database.transaction((tx) => (wanted ? save(tx, wanted) : list(tx)));
  } finally {
    await database.close();
  }
}

async function list(tx: Tx): Promise<void> {
  for (const { id, name, puppet, options, owner } of await listWorkerAccounts(tx)) {
    const variables = Object.entries(options).map(
      ([key, one]) => `${key}=${'value' in one ? one.value : `$${one.from}`}`,
    );
    process.stdout.write(`${[id, name, puppet, ...variables, owner ?? 'nobody runs it'].join('  ')}\n`);
  }
}

async function save(tx: Tx, { name, puppet, options }: Wanted): Promise<void> {
  const { id } = await findOrAddAccount(tx, name, systemClock.now());
  await saveAccountPuppet(tx, id, puppet === 'none' ? null : { name: puppet, options });
  process.stdout.write(
    `Account ${id}, ${name}: ${puppet}. A worker that runs it already goes on as before until it restarts.\n`,
  );
}

type Wanted = NonNullable<ReturnType<typeof readArguments>>;

function readArguments() {
  const { name, puppet, set = [], from = [] } = givenArguments();
  if (name === undefined && puppet === undefined) return undefined;
  if (!name || !puppet) throw new Error(USAGE);
  if (puppet === SIMULATED || name === SIMULATED) throw new Error('The simulated WeChat is run by npm start alone.');
  return { name, puppet, options: readOptions(set, from) };
}

function readOptions(set: readonly string[], from: readonly string[]): PuppetOptions {
  const plain = set.map(readPair);
  const secret = plain.find(([variable]) => holdsSecret(variable));
  if (secret) throw new Error(`${secret[0]} is a secret: name a variable that holds it, --from ${secret[0]}=MINE.`);
  const options: Record<string, PuppetVariable> = {};
  for (const [variable, value] of plain) options[variable] = { value };
  for (const [variable, mine] of from.map(readPair)) options[variable] = { from: mine };
  return options;
}

function readPair(text: string): readonly [string, string] {
  const match = /^([A-Za-z_]\w*)=(.+)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Error(`${text} is no VARIABLE=VALUE.\n\n${USAGE}`);
  return [match[1], match[2]];
}

function givenArguments() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
