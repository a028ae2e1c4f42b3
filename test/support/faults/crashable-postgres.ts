/** A PostgreSQL server of a test's own that can die at once, as when its machine loses power, and come back on its data. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgresAccount, findPostgresBinaries } from '../../../scripts/support/postgres-binaries.js';
import { until } from '../until.js';

/** Ends with this process, however that ends. What has committed is in the files, or else a crash would lose it. */
const KEEPER = `
trap '' INT TERM HUP
exec 3<&0
"$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \\
  -c shared_buffers=32MB 3<&- </dev/null >>"$2/log" 2>&1 &
server=$!
echo "$server"
{ cat <&3 >/dev/null; kill -INT "$server" 2>/dev/null; } &
wait "$server"
`;

export class CrashablePostgres {
  readonly url: string;
  readonly #binaries: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #environment: Readonly<Record<string, string>>;
  #keeper: ChildProcess | undefined;
  #server = 0;

  private constructor(binaries: string, port: number, environment: Readonly<Record<string, string>>) {
    this.#binaries = binaries;
    this.#port = port;
    this.#environment = environment;
    this.#folder = mkdtempSync(join(tmpdir(), 'zaoba-crashable-'));
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  }

  static async begin(environment: Readonly<Record<string, string>> = {}): Promise<CrashablePostgres> {
    const binaries = findPostgresBinaries();
    if (binaries === undefined)
      throw new Error('This test crashes a PostgreSQL of its own: apt-get install postgresql');
    const server = new CrashablePostgres(binaries, await freePort(), environment);
    const { uid, gid } = findPostgresAccount();
    if (uid !== undefined && gid !== undefined) chownSync(server.#folder, uid, gid);
    const data = [
      '-D',
      join(server.#folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ];
    execFileSync(join(binaries, 'initdb'), data, { ...findPostgresAccount(), cwd: server.#folder, stdio: 'ignore' });
    await server.start();
    return server;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const given = [this.#binaries, this.#folder, String(this.#port)];
    const keeper = spawn('/bin/sh', ['-c', KEEPER, 'zaoba-crashable', ...given], {
      ...findPostgresAccount(),
      cwd: this.#folder,
      env: { ...process.env, ...this.#environment },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#keeper = keeper;
    const [pid] = (await once(keeper.stdout.setEncoding('utf8'), 'data')) as [string];
    this.#server = Number(pid);
    await until('PostgreSQL answers', () => answers(this.url));
  }

  /** The server and all that belongs to it, at once. */
  async crash(): Promise<void> {
    const ended = this.#keeper && once(this.#keeper, 'exit');
    for (const pid of [String(this.#server), ...childrenOf(this.#server)]) kill(Number(pid));
    await ended;
    this.#keeper = undefined;
  }

  async stop(): Promise<void> {
    if (this.#keeper) await this.crash();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function childrenOf(pid: number): string[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its server.
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
