/** Opens PostgreSQL; numbers and JSON come back as SQLite gives them. */

import { Kysely } from 'kysely';
import pg from 'pg';
import type { Engine } from './database.js';
import { GatheringSocket } from './gathering-socket.js';
import { LEASE_MS } from './leases.js';
import { heldOf } from './pipelining-connection.js';
import { PipeliningDialect } from './postgres-dialect.js';
import type { Schema } from './schema.js';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** A server that is gone without a word (power, network) is noticed half a minute after it was last heard of. */
const SIGN_OF_LIFE_MS = 10_000;
/** A process that says nothing for so long amid a transaction has lost its account anyhow: let go of what it holds. */
const SILENCE_MS = LEASE_MS;
const BIGINT = 20;
const NUMERIC = 1700;

/** `onError` hears of connections lost while idle; queries under way reject by themselves. */
export function openPostgres(url: string, onError: (error: Error) => void): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: SIGN_OF_LIFE_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    pipeline: true,
    stream: () => new GatheringSocket(),
    types: { getTypeParser },
  });
  pool.on('error', onError);
  // A client in use emits on itself when the server goes; without a listener the process would end.
  pool.on('connect', (client) => client.on('error', onError));
  const kysely = new Kysely<Schema>({ dialect: new PipeliningDialect(pool) });
  return { dialect: 'postgres', kysely, place: placeOf(url), heldOf, release: async () => {} };
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === BIGINT || oid === NUMERIC) return toSafeNumber;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} is too large.`);
  return value;
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}
