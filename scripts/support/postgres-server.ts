/**
 * A throw-away PostgreSQL server, from the binaries of this machine.
 *
 * A small shell holds it and waits for the end of its standard input: however this process ends (Ctrl-C and kill -9
 * too), the server stops and its files go.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgresAccount, findPostgresBinaries, type UnixAccount } from './postgres-binaries.js';

export interface PostgresServer {
  /** Of a database from which others can be created. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Whether commits are safe on the disk when they answer. Tests need it not: their rows live for a minute. */
  readonly durable?: boolean;
  /** The folder for its own folder; the temporary one unless told. */
  readonly under?: string;
}

const READY_WITHIN_MS = 30_000;

const HOW_TO_GET_ONE = `This needs a PostgreSQL server (13 or newer), and this machine has none. Either
  - install one:            apt-get install postgresql     (Debian, Ubuntu)   brew install postgresql   (macOS)
  - or name a running one:  ZAOBA_TEST_POSTGRES_URL=postgres://user:password@host:5432/postgres
    (its user must be allowed to create databases)`;

/** Uses the server that ZAOBA_TEST_POSTGRES_URL names, or starts one. Throws when neither is possible. */
export async function startPostgresServer(options: PostgresOptions = {}): Promise<PostgresServer> {
  const given = process.env['ZAOBA_TEST_POSTGRES_URL'];
  if (!given) return startOwnServer(findPostgresAccount(), options);
  try {
    await answer(given);
  } catch (err) {
    throw new Error(`ZAOBA_TEST_POSTGRES_URL names a server that does not answer: ${String(err)}`, { cause: err });
  }
  return { url: given, stop: () => Promise.resolve() };
}

async function startOwnServer(
  account: UnixAccount,
  { durable = false, under = tmpdir() }: PostgresOptions,
): Promise<PostgresServer> {
  const binaries = findPostgresBinaries();
  if (binaries === undefined) throw new Error(HOW_TO_GET_ONE);
  const folder = mkdtempSync(join(under, 'zaoba-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const port = await freePort();
  const given = [binaries, folder, String(port), durable ? 'on' : 'off'];
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'zaoba-postgres', ...given], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const server = { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stop(keeper, folder) };
  await untilReady(server, keeper, join(folder, 'log'));
  return server;
}

/** INT, PostgreSQL's fast shutdown, is repeated until it is heard. */
const KEEPER = `
binaries=$1; folder=$2; port=$3; durable=$4
trap '' INT TERM HUP
"$binaries/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || exit 1
exec 3<&0
"$binaries/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
  -c "fsync=$durable" -c "synchronous_commit=$durable" -c "full_page_writes=$durable" \\
  -c shared_buffers=64MB -c max_connections=100 3<&- </dev/null >>"$folder/log" 2>&1 &
server=$!
{ cat <&3 >/dev/null; while kill -INT "$server" 2>/dev/null; do sleep 0.2; done; } &
cd /
wait "$server" && rm -rf "$folder"
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}

async function untilReady(server: PostgresServer, keeper: ChildProcess, log: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await answer(server.url);
    } catch (err) {
      if (keeper.exitCode === null && performance.now() < deadline) {
        await sleep(50);
        continue;
      }
      const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
      await server.stop();
      throw new Error(`PostgreSQL did not start: ${String(err)}\n${said}`, { cause: err });
    }
  }
}

async function answer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  await client.end();
}

async function stop(keeper: ChildProcess, folder: string): Promise<void> {
  if (keeper.exitCode === null && keeper.signalCode === null) {
    const gone = new Promise((resolve) => keeper.once('exit', resolve));
    keeper.stdin?.end();
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}
