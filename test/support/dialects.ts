/** Runs a suite on both dialects, each with empty databases of its own, removed when the suite is over. */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, inject } from 'vitest';

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** The url of a new, empty database, nothing migrated: `file:/tmp/…/zaoba.sqlite` or `postgres://…`. */
  freshUrl(): Promise<string>;
}

interface DisposableDialect extends Dialect {
  dispose(): Promise<void>;
}

/** Close what you opened in your own afterEach or afterAll: those run before the databases go. */
export function describeDialects(name: string, suite: (dialect: Dialect) => void): void {
  for (const open of [sqlite, postgres]) describeOne(name, open(), suite);
}

/** For what there is on PostgreSQL alone, where several processes share a database. */
export function describePostgres(name: string, suite: (dialect: Dialect) => void): void {
  describeOne(name, postgres(), suite);
}

function describeOne(name: string, dialect: DisposableDialect, suite: (dialect: Dialect) => void): void {
  describe(`${name} (${dialect.name})`, () => {
    afterAll(() => dialect.dispose());
    suite(dialect);
  });
}

function sqlite(): DisposableDialect {
  const folders: string[] = [];
  return {
    name: 'sqlite',
    freshUrl() {
      const folder = mkdtempSync(join(tmpdir(), 'zaoba-sqlite-'));
      folders.push(folder);
      return Promise.resolve(`file:${join(folder, 'zaoba.sqlite')}`);
    },
    dispose() {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

function postgres(): DisposableDialect {
  const databases: string[] = [];
  return {
    name: 'postgres',
    async freshUrl() {
      const database = `zaoba_test_${randomUUID().replaceAll('-', '')}`;
      await onServer(`create database ${database} template template0`);
      databases.push(database);
      const url = new URL(inject('postgresUrl'));
      url.pathname = `/${database}`;
      return url.href;
    },
    async dispose() {
      for (const database of databases.splice(0)) await onServer(`drop database if exists ${database} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
