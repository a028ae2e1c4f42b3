/**
 * A throw-away PostgreSQL server for the tests, from the binaries of this machine.
 *
 * A small shell holds it and waits for the end of its standard input: however this process ends (Ctrl-C and kill -9
 * too), the server stops and its files go.
 */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface PostgresServer {
  /** Of a database from which others can be created. */
  readonly url: string;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

const HOW_TO_GET_ONE = `The tests need a PostgreSQL server (13 or newer), and this machine has none. Either
  - install one:            apt-get install postgresql     (Debian, Ubuntu)   brew install postgresql   (macOS)
  - or name a running one:  ZAOBA_TEST_POSTGRES_URL=postgres://user:password@host:5432/postgres npm test
    (its user must be allowed to create databases)`;

/** Uses the server that ZAOBA_TEST_POSTGRES_URL names, or starts one. Throws when neither is possible. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const given = process.env['ZAOBA_TEST_POSTGRES_URL'];
  if (!given) return startOwnServer(findBinaries(), findAccount());
  try {
    await answer(given);
  } catch (err) {
    throw new Error(`ZAOBA_TEST_POSTGRES_URL names a server that does not answer: ${String(err)}`, { cause: err });
  }
  return { url: given, stop: () => Promise.resolve() };
}

/** The folder of `initdb` and `postgres`; the newest of Debian's, else what pg_config or PATH say. */
function findBinaries(): string {
  const found = [...debianFolders(), ...pgConfigFolder(), ...(process.env['PATH'] ?? '').split(delimiter)].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
  if (found === undefined) throw new Error(HOW_TO_GET_ONE);
  return found;
}

function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin'));
}

function pgConfigFolder(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch {
    return [];
  }
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root lends it the account of Debian's package. */
function findAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch (err) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" to run it: useradd --system postgres',
      {
        cause: err,
      },
    );
  }
}

async function startOwnServer(binaries: string, account: Account): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const port = await freePort();
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'zaoba-test-postgres', binaries, folder, String(port)], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const server = { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stop(keeper, folder) };
  await untilReady(server, keeper, join(folder, 'log'));
  return server;
}

/** Durability is off: these rows live for a minute. INT, PostgreSQL's fast shutdown, is repeated until it is heard. */
const KEEPER = `
binaries=$1; folder=$2; port=$3
trap '' INT TERM HUP
"$binaries/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || exit 1
exec 3<&0
"$binaries/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c max_connections=100 \\
  3<&- </dev/null >>"$folder/log" 2>&1 &
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

async function untilReady({ url, stop }: PostgresServer, keeper: ChildProcess, log: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await answer(url);
    } catch (err) {
      if (keeper.exitCode === null && performance.now() < deadline) {
        await sleep(50);
        continue;
      }
      const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
      await stop();
      throw new Error(`The PostgreSQL of the tests did not start: ${String(err)}\n${said}`, { cause: err });
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
