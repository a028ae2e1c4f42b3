/**
 * Runs once, before all tests: makes a real PostgreSQL available, or fails; the tests never go without one. And migrates one
 * database of each dialect, of which tests get copies: that takes a tenth of the time.
 */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../migrations/index.js';
import { startPostgresServer } from '../../scripts/support/postgres-server.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { onPostgres, withDatabase } from '../support/on-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database from which `describeDialects` creates fresh ones. */
    readonly postgresUrl: string;
    /** The name of a database on that server that is migrated and has no rows. */
    readonly migratedTemplate: string;
    /** A file of SQLite's that is migrated and has no rows. */
    readonly migratedFile: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  const template = `zaoba_template_${randomUUID().replaceAll('-', '')}`;
  await onPostgres(server.url, `create database ${template} template template0`);
  await migrate(withDatabase(server.url, template));
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-template-'));
  const file = join(folder, 'zaoba.sqlite');
  await migrate(`file:${file}`);
  project.provide('postgresUrl', server.url);
  project.provide('migratedTemplate', template);
  project.provide('migratedFile', file);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await onPostgres(server.url, `drop database ${template}`);
    await server.stop();
  };
}

async function migrate(url: string): Promise<void> {
  const database = openDatabase(url);
  await migrateToLatest(database, migrations);
  await database.close();
}
