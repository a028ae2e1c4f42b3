/**
 * Runs once, before all tests: makes a real PostgreSQL available, or fails; the tests never go without one. And migrates one
 * database of each dialect, of which tests get copies: that takes a tenth of the time.
 */

import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../migrations/index.js';
import { startPostgresServer } from '../../scripts/support/postgres-server.js';
import { saveBuiltinCourses } from '../../src/features/courses/builtin-courses.js';
import type { Database } from '../../src/storage/database.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { onPostgres, withDatabase } from '../support/on-postgres.js';
import { quickFolder } from '../support/quick-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database from which `describeDialects` creates fresh ones. */
    readonly postgresUrl: string;
    /** The name of a database on that server that is migrated and has no rows. */
    readonly migratedTemplate: string;
    /** The same with the courses that come with the product, as its first start leaves it. */
    readonly communityTemplate: string;
    /** What `create database` is told about how to copy: as files, where the server can be told. */
    readonly postgresCopying: string;
    /** A file of SQLite's that is migrated and has no rows. */
    readonly migratedFile: string;
    /** The same with those courses. */
    readonly communityFile: string;
  }
}

const BEFORE_ALL_TESTS = Date.parse('2026-01-01T00:00:00+08:00');

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer({ under: quickFolder() });
  const copying = await copyingOn(server.url);
  const [migrated, community] = [templateName(), templateName()];
  await onPostgres(server.url, `create database ${migrated} template template0`);
  await open(withDatabase(server.url, migrated), (database) => migrateToLatest(database, migrations));
  await onPostgres(server.url, `create database ${community} template ${migrated} ${copying}`);
  await open(withDatabase(server.url, community), addCourses);
  const folder = mkdtempSync(join(quickFolder(), 'zaoba-template-'));
  const [file, communityFile] = [join(folder, 'zaoba.sqlite'), join(folder, 'community.sqlite')];
  await open(`file:${file}`, (database) => migrateToLatest(database, migrations));
  copyFileSync(file, communityFile);
  await open(`file:${communityFile}`, addCourses);
  project.provide('postgresUrl', server.url);
  project.provide('postgresCopying', copying);
  project.provide('migratedTemplate', migrated);
  project.provide('communityTemplate', community);
  project.provide('migratedFile', file);
  project.provide('communityFile', communityFile);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const template of [migrated, community]) await onPostgres(server.url, `drop database ${template}`);
    await server.stop();
  };
}

function templateName(): string {
  return `zaoba_template_${randomUUID().replaceAll('-', '')}`;
}

async function open(url: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = openDatabase(url);
  await work(database);
  await database.close();
}

function addCourses(database: Database): Promise<void> {
  return database.transaction((tx) => saveBuiltinCourses(tx, BEFORE_ALL_TESTS));
}

/** Since PostgreSQL 15 a new database is written page by page into the log, unless told; that takes twice as long. */
async function copyingOn(url: string): Promise<string> {
  const [row] = await onPostgres(url, "select current_setting('server_version_num')::int as version");
  return Number(row?.['version']) >= 150_000 ? 'strategy file_copy' : '';
}
