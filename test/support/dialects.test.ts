import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { describeDialects } from './dialects.js';

const leftBehind: string[] = [];

describeDialects('an empty database', (dialect) => {
  test('is empty, and not the one before it', async () => {
    const one = await dialect.emptyUrl();
    const two = await dialect.emptyUrl();

    await createTable(one);
    await createTable(two);

    expect(one).not.toBe(two);
    leftBehind.push(one, two);
  });
});

test('the databases of a finished suite are gone', async () => {
  expect(leftBehind).toHaveLength(4);
  for (const url of leftBehind) expect(await exists(url)).toBe(false);
});

async function createTable(url: string): Promise<void> {
  const statement = 'create table room (id integer primary key)';
  if (url.startsWith('file:')) {
    new BetterSqlite3(fileURLToPath(url)).exec(statement).close();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function exists(url: string): Promise<boolean> {
  if (url.startsWith('file:')) return existsSync(fileURLToPath(url));
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (err) {
    expect(String(err)).toContain('does not exist');
    return false;
  }
  await client.end();
  return true;
}
