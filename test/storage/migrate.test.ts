import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import type { Database } from '../../src/storage/database.js';
import { DatabaseInUseError } from '../../src/storage/file-lock.js';
import { migrateToLatest, NewerSchemaError } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { describeDialects } from '../support/dialects.js';

const later = {
  ...migrations,
  '9000-later': {
    up: async (db: Kysely<unknown>) => void (await sql`create table later (id integer primary key)`.execute(db)),
  },
};

function open(url: string): Database {
  const database = openDatabase(url);
  onTestFinished(() => database.close());
  return database;
}

async function tablesOf(database: Database): Promise<unknown> {
  return database.migrating((kysely) => kysely.introspection.getTables());
}

describeDialects('migrating', (dialect) => {
  test('an empty database gets all migrations in order, and the second time changes nothing', async () => {
    const database = open(await dialect.emptyUrl());

    expect(await migrateToLatest(database, migrations)).toEqual(Object.keys(migrations));
    const tables = await tablesOf(database);
    expect(await migrateToLatest(database, migrations)).toEqual([]);

    expect(await tablesOf(database)).toEqual(tables);
  });

  test('a newer migration runs alone, and what was there stays', async () => {
    const database = open(await dialect.emptyUrl());
    await migrateToLatest(database, migrations);
    await database.transaction((tx) => tx.insertInto('member').values({ name: '小林', created_at: 1 }).execute());

    expect(await migrateToLatest(database, later)).toEqual(['9000-later']);

    const names = await database.transaction((tx) => tx.selectFrom('member').select('name').execute());
    expect(names).toEqual([{ name: '小林' }]);
  });

  test('check-ins of an older version are kept, and go on being checked', async () => {
    const database = open(await dialect.emptyUrl());
    const older = Object.entries(migrations).filter(([name]) => name < '0020-quick-checks');
    await migrateToLatest(database, Object.fromEntries(older));
    const add = (id: number, evidence: string, source: string | null) => sql`
      insert into check_in (id, room_id, member_id, day, at, evidence, content, previous_id, source)
      values (${id}, 1, 1, 20515, 5, ${evidence}, '读书', ${id === 1 ? null : id - 1}, ${source})`;
    await database.transaction(async (tx) => {
      await sql`insert into account (id, name, created_at) values (1, '一号', 0)`.execute(tx);
      await sql`insert into room (id, account_id, topic) values (1, 1, '英语')`.execute(tx);
      await sql`insert into member (id, name, created_at) values (1, '林', 0)`.execute(tx);
      await sql`insert into membership (room_id, member_id, name, joined_at) values (1, 1, '林', 0)`.execute(tx);
      await add(1, 'text', null).execute(tx);
      await add(2, 'picture', 'make-up').execute(tx);
    });
    const listAll = () => database.transaction((tx) => tx.selectFrom('check_in').selectAll().orderBy('id').execute());
    const before = await listAll();

    expect(await migrateToLatest(database, migrations)).toContain('0020-quick-checks');

    expect(await listAll()).toEqual(before);
    expect(before).toHaveLength(2);
    await expect(database.transaction((tx) => add(3, 'text', 'staff').execute(tx))).resolves.toBeDefined();
    await expect(database.transaction((tx) => add(4, 'words', null).execute(tx))).rejects.toThrow();
    await expect(database.transaction((tx) => add(4, 'text', 'bot').execute(tx))).rejects.toThrow();
  });

  test('a database of a newer version is refused with a sentence, and left as it is', async () => {
    const database = open(await dialect.emptyUrl());
    await migrateToLatest(database, later);
    const tables = await tablesOf(database);

    const refused = migrateToLatest(database, migrations);

    await expect(refused).rejects.toThrow(NewerSchemaError);
    await expect(refused).rejects.toThrow(
      /newer Zaoba \(it has 9000-later\)\. Install that version, or restore a backup/u,
    );
    expect(await tablesOf(database)).toEqual(tables);
  });

  test('a migration that fails leaves nothing of itself', async () => {
    const database = open(await dialect.emptyUrl());
    await migrateToLatest(database, migrations);
    const tables = await tablesOf(database);
    const broken = {
      ...migrations,
      '9000-broken': {
        async up(db: Kysely<unknown>) {
          await sql`create table half (id integer primary key)`.execute(db);
          throw new Error('The second half is missing.');
        },
      },
    };

    await expect(migrateToLatest(database, broken)).rejects.toThrow('The second half is missing.');
    expect(await tablesOf(database)).toEqual(tables);
    expect(await migrateToLatest(database, migrations)).toEqual([]);
  });

  if (dialect.name === 'postgres') return;

  test('a file that holds data is copied beside itself first, as it was', async () => {
    const url = await dialect.emptyUrl();
    const database = open(url);
    await migrateToLatest(database, migrations);
    const copy = `${url.replace('file:', '')}.before-9000-later.bak`;
    expect(existsSync(copy)).toBe(false);
    await database.transaction((tx) => tx.insertInto('member').values({ name: '小林', created_at: 1 }).execute());

    await migrateToLatest(database, later);

    const kept = new BetterSqlite3(copy, { readonly: true });
    expect(kept.prepare('select name from member').all()).toEqual([{ name: '小林' }]);
    expect(kept.prepare("select count(*) as count from sqlite_schema where name = 'later'").get()).toEqual({
      count: 0,
    });
    kept.close();
  });

  test('a second opener of the same file is refused, by the same process too, until the first lets go', async () => {
    const url = await dialect.emptyUrl();
    const first = openDatabase(url);

    expect(() => openDatabase(url)).toThrow(DatabaseInUseError);
    expect(() => openDatabase(url)).toThrow(`process ${process.pid}`);
    await first.close();
    await openDatabase(url).close();
  });

  test('a second process is told which process holds the file; killing the holder frees it', async () => {
    const url = await dialect.emptyUrl();
    const module = new URL('../../src/storage/open-database.ts', import.meta.url).href;
    const program = `
      const { openDatabase } = await import(${JSON.stringify(module)});
      openDatabase(${JSON.stringify(url)});
      console.log('holding');
      setInterval(() => {}, 1000);
    `;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');

    expect(() => openDatabase(url)).toThrow(`Another Zaoba (process ${holder.pid}) is using this data`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    await openDatabase(url).close();
  });
});
