/** A community moves from SQLite to PostgreSQL: all of it, or nothing. The command is run as it is typed. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { demoCommunity } from '../../src/demo-community.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { type Dialect, describePostgres } from '../support/dialects.js';
import { openSimulatedCommunity } from '../support/simulated-community.js';

const SCRIPT = 'scripts/migrate-to-postgres.ts';
const TIMEOUT_MS = 120_000;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-move-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'zaoba.sqlite');
}

async function demoFile(): Promise<string> {
  const path = freshFile();
  const community = await openSimulatedCommunity(path, '2026-03-02T10:00:00+08:00');
  await demoCommunity(community);
  await community.stop();
  return path;
}

/** Up to date, with nothing in it. */
async function emptyFile(): Promise<string> {
  const path = freshFile();
  const database = openDatabase(`file:${path}`);
  await migrateToLatest(database, migrations);
  await database.close();
  return path;
}

function argumentsOf(...given: string[]): string[] {
  return ['scripts/run.js', SCRIPT, ...given];
}

function move(path: string, to: string): Promise<Ended> {
  return run('--from', `file:${path}`, '--to', to);
}

function run(...given: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, argumentsOf(...given), (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function inFile<T>(path: string, work: (file: SqliteDatabase.Database) => T): T {
  const file = new SqliteDatabase(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
}

const TABLES = ['account', 'check_in', 'echo', 'lesson', 'member', 'membership', 'outbox', 'points_entry', 'room'];

/** Independent of the program: every value as text, in the order of this judge. */
async function expectSame(path: string, url: string): Promise<void> {
  for (const table of TABLES) {
    const theirs = inFile(path, (file) => file.prepare(`select * from ${table}`).all() as object[]);
    const ours = await ask(url, `select * from ${table}`);
    const lines = (rows: object[]) => rows.map((row) => JSON.stringify(Object.values(row).map(String))).toSorted();
    expect(theirs.length, table).toBeGreaterThan(0);
    expect(lines(ours), table).toEqual(lines(theirs));
  }
}

async function rowsIn(url: string): Promise<number> {
  const tables = await ask<{ name: string }>(
    url,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like 'kysely_%'`,
  );
  let total = 0;
  for (const { name } of tables) {
    const [row] = await ask<{ count: string }>(url, `select count(*) as count from ${name}`);
    total += Number(row?.count);
  }
  return total;
}

describePostgres('moving a community', ({ emptyUrl }: Dialect) => {
  test(
    'the demonstration is there in full, goes on with new ids, and is not copied twice',
    { timeout: TIMEOUT_MS },
    async () => {
      const path = await demoFile();
      const url = await emptyUrl();

      const moved = await move(path, url);

      expect(moved).toMatchObject({ code: 0, err: '' });
      expect(moved.out).toMatch(/^check_in: \d+ rows$/m);
      expect(moved.out).toMatch(/^Copied and compared \d+ rows\./m);
      await expectSame(path, url);
      const [next] = await ask<{ id: string; highest: string }>(
        url,
        `insert into member (name, created_at) values ('new', 0)
       returning id, (select max(id) from member) as highest`,
      );
      expect(Number(next?.id)).toBe(Number(next?.highest) + 1);
      const again = await move(path, url);
      expect(again.code).toBe(1);
      expect(again.err).toMatch(/^The PostgreSQL database is not empty: \w+ has \d+ rows\. Name an empty one\.\n$/);
    },
  );

  test('more rows than a page holds, text keys and all, stay in order', { timeout: TIMEOUT_MS }, async () => {
    const path = await emptyFile();
    inFile(path, (file) => {
      const inbox = file.prepare('insert into inbox values (1, ?, ?)');
      file.transaction(() => {
        for (let row = 0; row < 2_500; row++) inbox.run(['a', 'B', '_', '早', '😀', '～'][row % 6] + String(row), row);
      })();
    });
    const url = await emptyUrl();

    expect(await move(path, url)).toMatchObject({ code: 0 });

    expect(await rowsIn(url)).toBe(2_500);
  });

  test('a copy that is killed half-way leaves nothing, and can be begun again', { timeout: TIMEOUT_MS }, async () => {
    const path = await emptyFile();
    inFile(path, (file) => {
      file.exec(`
        insert into account (name, created_at) values ('one', 0);
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 300000)
        insert into inbox select 1, 'message-' || i, i from n`);
    });
    const url = await emptyUrl();
    const child = spawn(process.execPath, argumentsOf('--from', `file:${path}`, '--to', url), {
      stdio: ['ignore', 'pipe', 'ignore'],
    });

    await saysFirst(child);
    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(child.signalCode).toBe('SIGKILL');
    expect(await rowsIn(url)).toBe(0);
    expect(await move(path, url)).toMatchObject({ code: 0 });
    expect(await rowsIn(url)).toBe(300_001);
  });

  test('what PostgreSQL cannot hold is named, and nothing is kept', { timeout: TIMEOUT_MS }, async () => {
    const path = await emptyFile();
    const url = await emptyUrl();
    inFile(path, (file) => {
      file.exec(`insert into member (id, name, created_at) values (1, 'fine', 0), (7, 'bad' || char(0) || 'name', 0)`);
    });

    expect(await move(path, url)).toMatchObject({
      code: 1,
      err: 'member 7 has a U+0000 in name, which PostgreSQL cannot hold.\n',
    });

    inFile(path, (file) => file.exec(`update member set name = 'good', id = 3000000000 where id = 7`));
    inFile(path, (file) => file.exec(`insert into room_day (day, room_id, check_ins) values (3000000000, 1, 1)`));
    const tooLarge = await move(path, url);
    expect(tooLarge.code).toBe(1);
    expect(tooLarge.err).toMatch(/^room_day could not be copied: .*out of range/);
    expect(await rowsIn(url)).toBe(0);
  });

  test(
    'a source in use, of another version, or not there is refused in one sentence',
    { timeout: TIMEOUT_MS },
    async () => {
      const url = await emptyUrl();
      const path = await emptyFile();
      const bot = openDatabase(`file:${path}`);
      expect((await move(path, url)).err).toMatch(new RegExp(`^Another Zaoba \\(process ${process.pid}\\) is using`));
      await bot.close();

      inFile(path, (file) => file.exec(`delete from kysely_migration where name like '0005%'`));
      expect((await move(path, url)).err).toMatch(
        /^The SQLite database is of another version of Zaoba\. .*npm run migrate/,
      );
      expect((await move(`${path}.none`, url)).err).toMatch(/^There is no database at /);
      expect((await run('--from', url, '--to', url)).err).toMatch(/^--from must be/);
      expect((await run('--from', `file:${path}`)).err).toMatch(/^Usage: /);
      expect(await ask(url, `select 1 from information_schema.tables where table_schema = 'public'`)).toEqual([]);
    },
  );
});

async function saysFirst(child: ChildProcess): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data');
}
