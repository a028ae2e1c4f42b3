/** Brings a database up to date, or throws with a sentence that says what to do. */

import { rmSync } from 'node:fs';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import type { Database } from './database.js';
import type { Schema } from './schema.js';

export type Migrations = Readonly<Record<string, Migration>>;

export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/**
 * Returns the names of the migrations that ran; none when the database was up to date. A SQLite file that holds
 * data is copied beside itself first. Throws a NewerSchemaError when the database is ahead of this code.
 */
export async function migrateToLatest(database: Database, migrations: Migrations): Promise<string[]> {
  return database.migrating(async (kysely) => {
    const applied = await listApplied(kysely);
    refuseNewerSchema(applied, migrations);
    const [next] = Object.keys(migrations).filter((name) => !applied.includes(name));
    if (next !== undefined && applied.length > 0) await copyFile(database, kysely, next);

    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...migrations }) } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error('A migration failed.', { cause: error });
    return results.map((result) => result.migrationName);
  });
}

/** The names of the migrations that this database has seen, in order. */
export function listMigrations(database: Database): Promise<string[]> {
  return database.migrating(listApplied);
}

async function listApplied(kysely: Kysely<Schema>): Promise<string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(kysely);
  return rows.map((row) => row.name);
}

function refuseNewerSchema(applied: readonly string[], migrations: Migrations): void {
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new NewerSchemaError(
    `This database was written by a newer Zaoba (it has ${unknown.join(', ')}). Install that version, or restore a backup.`,
  );
}

async function copyFile(database: Database, kysely: Kysely<Schema>, next: string): Promise<void> {
  if (database.dialect !== 'sqlite' || database.place === ':memory:') return;
  const copy = `${database.place}.before-${next}.bak`;
  rmSync(copy, { force: true });
  await sql`vacuum into ${copy}`.execute(kysely);
}
