/** The command as it is typed, in a process of its own. */

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openCommunityDatabase } from '../../src/open-community-database.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { ManualClock } from '../support/manual-clock.js';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-export-script-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function runExport(folder: string, ...args: string[]): Promise<Ended> {
  const { PATH = '' } = process.env;
  const env = { PATH, DATABASE_URL: `file:${join(folder, 'zaoba.sqlite')}`, DATA_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/run.js', 'scripts/export.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function openBot(folder: string) {
  const clock = new ManualClock();
  const database = await openCommunityDatabase(
    `file:${join(folder, 'zaoba.sqlite')}`,
    pino({ level: 'silent' }),
    clock,
  );
  await database.transaction(async (tx) => {
    const account = await findOrAddAccount(tx, 'test', clock.now());
    await findOrAddRoom(tx, account.id, { platformId: 'r', topic: '英语1群' });
  });
  return database;
}

const NAMES = [
  'members check_ins points posts redemptions red_packets',
  'orders cards card_events entitlements',
  'sources referrals tags tag_changes tiers tier_changes',
  'trials moves core_users moderators offences trust_events questions tickets',
].flatMap((some) => some.split(' '));
const WRITTEN = ['rooms.csv: 1 row', ...NAMES.map((name) => `${name}.csv: 0 rows`)];

test('prints a line for each file, while the bot holds the database', async () => {
  const folder = freshFolder();
  const database = await openBot(folder);
  onTestFinished(() => database.close());
  const out = join(folder, 'out');

  const ended = await runExport(folder, '--out', out);

  expect(ended).toMatchObject({ code: 0, out: WRITTEN.map((line) => `${join(out, line)}\n`).join('') });
});

test('leaves a line in the log of how much was exported, without a name', async () => {
  const folder = freshFolder();
  await (await openBot(folder)).close();

  const { err } = await runExport(folder, '--out', join(folder, 'out'));

  expect(JSON.parse(err)).toMatchObject({ level: 30, msg: 'exported', what: 'community', rows: { 'rooms.csv': 1 } });
  expect(err).not.toContain('英语1群');
});

test('works after the bot has stopped, and leaves its lock alone', async () => {
  const folder = freshFolder();
  await (await openBot(folder)).close();
  const before = readdirSync(folder);

  const ended = await runExport(folder, `--out=${join(folder, 'out')}`);

  expect(ended).toMatchObject({ code: 0 });
  expect(before).toEqual(expect.arrayContaining(readdirSync(folder).filter((name) => name.includes('lock'))));
  await (await openBot(folder)).close();
});

test.each([
  { args: [], says: 'Usage: npm run export -- --out DIR' },
  { args: ['--out', ''], says: 'Usage: npm run export -- --out DIR' },
  { args: ['--outt', 'x'], says: "Unknown option '--outt'" },
  { args: ['x'], says: "Unexpected argument 'x'" },
])('$args is answered with how to call it', async ({ args, says }) => {
  const ended = await runExport(freshFolder(), ...args);

  expect(ended).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toContain(says);
  expect(ended.err).toContain('Usage:');
});

test('says in one line what is in the way', async () => {
  const folder = freshFolder();

  const noDatabase = await runExport(folder, '--out', join(folder, 'out'));
  await (await openBot(folder)).close();
  writeFileSync(join(folder, 'file'), '');
  const noFolder = await runExport(folder, '--out', join(folder, 'file'));

  expect(noDatabase).toEqual({ code: 1, out: '', err: `There is no database at ${join(folder, 'zaoba.sqlite')}.\n` });
  expect(noFolder).toEqual({ code: 1, out: '', err: `${join(folder, 'file')} is a file. Name a directory.\n` });
  expect(existsSync(join(folder, 'out'))).toBe(false);
});
