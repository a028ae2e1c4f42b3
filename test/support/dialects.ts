/** Runs a suite on both dialects, each with empty databases of its own, removed when the suite is over. */

import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { onPostgres, withDatabase } from './on-postgres.js';
import { quickFolder } from './quick-folder.js';

export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** The url of a new database with the tables of today and no rows: `file:/tmp/…/zaoba.sqlite` or `postgres://…`. */
  freshUrl(): Promise<string>;
  /** The same with the courses that come with the product. */
  communityUrl(): Promise<string>;
  /** The same, nothing migrated. */
  emptyUrl(): Promise<string>;
  /** The url of a new database with everything that is in that one, which nobody may have open. */
  copyOf(url: string): Promise<string>;
}

/** A suite may leave a hundred databases behind. */
const DROPPING_MS = 300_000;

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
    afterAll(() => dialect.dispose(), DROPPING_MS);
    suite(dialect);
  });
}

function sqlite(): DisposableDialect {
  const folders: string[] = [];
  const newFile = (): string => {
    const folder = mkdtempSync(join(quickFolder(), 'zaoba-sqlite-'));
    folders.push(folder);
    return join(folder, 'zaoba.sqlite');
  };
  const copyOf = (original: string): Promise<string> => {
    const file = newFile();
    copyFileSync(original, file);
    return Promise.resolve(`file:${file}`);
  };
  return {
    name: 'sqlite',
    freshUrl: () => copyOf(inject('migratedFile')),
    communityUrl: () => copyOf(inject('communityFile')),
    emptyUrl: () => Promise.resolve(`file:${newFile()}`),
    copyOf: (url) => copyOf(url.replace(/^file:/u, '')),
    dispose() {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

function postgres(): DisposableDialect {
  const databases: string[] = [];
  const create = async (template: string): Promise<string> => {
    const database = `zaoba_test_${randomUUID().replaceAll('-', '')}`;
    await onServer(`create database ${database} template ${template} ${inject('postgresCopying')}`);
    databases.push(database);
    return withDatabase(inject('postgresUrl'), database);
  };
  return {
    name: 'postgres',
    freshUrl: () => create(inject('migratedTemplate')),
    communityUrl: () => create(inject('communityTemplate')),
    emptyUrl: () => create('template0'),
    copyOf: (url) => create(new URL(url).pathname.slice(1)),
    async dispose() {
      for (const database of databases.splice(0)) await onServer(`drop database if exists ${database} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  await onPostgres(inject('postgresUrl'), statement);
}
