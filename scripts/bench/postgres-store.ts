/** A throw-away PostgreSQL that keeps what it commits, with one empty database for each run. */

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type PostgresServer, startPostgresServer } from '../support/postgres-server.js';
import { NotHereError } from './job.js';
import { PostgresSideDoor } from './postgres-side-door.js';
import { migrateStore, type Store } from './store.js';

export interface PostgresRun {
  /** Of an empty database. */
  readonly url: string;
  readonly durability: string;
  close(): Promise<void>;
}

/** Throws a NotHereError on a machine without PostgreSQL. */
export async function startPostgresRun(): Promise<PostgresRun> {
  const server = await startServer();
  const name = `zaoba_bench_${randomUUID().replaceAll('-', '')}`;
  const [version] = await ask(server.url, `create database ${name} template template0`, 'show server_version');
  const settings = await ask(server.url, 'show fsync', 'show synchronous_commit');
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    durability: `PostgreSQL ${version ?? ''}, fsync ${settings[0] ?? ''}, synchronous_commit ${settings[1] ?? ''}`,
    async close() {
      await ask(server.url, `drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
}

/** Migrated, and nobody in it. */
export async function openEmptyPostgres({ url, durability }: PostgresRun): Promise<Store> {
  await migrateStore(url);
  return { url, door: await PostgresSideDoor.open(url), durability };
}

async function startServer(): Promise<PostgresServer> {
  const { BENCH_DIR } = process.env;
  try {
    return await startPostgresServer({ durable: true, ...(BENCH_DIR !== undefined && { under: BENCH_DIR }) });
  } catch (error) {
    throw new NotHereError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What each statement that answers says, as text. */
async function ask(url: string, ...statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answers: string[] = [];
  for (const statement of statements) {
    const { rows } = await client.query<Record<string, string>>(statement);
    answers.push(...rows.flatMap((row) => Object.values(row)));
  }
  await client.end();
  return answers;
}
