/** From the start of a process to its login, with the simulated WeChat: as `npm start` does, without npm. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from './job.js';
import { median, rounded, temporaryFolder } from './measure.js';

const STARTS = 5;
const GIVE_UP_S = 60;
const PROGRAM = ['../run.js', '../../src/main.ts'].map((path) => new URL(path, import.meta.url).pathname);

/** The first start makes the database; the others find it. */
export const coldStarts: Run = async () => {
  const folder = temporaryFolder('start');
  const seconds: number[] = [];
  for (let start = 0; start < STARTS; start++) seconds.push(await startOnce(folder));
  const [first = Number.NaN, ...later] = seconds;
  return [{ name: 'start:cold', n: STARTS, first_login_s: rounded(first), login_s: rounded(median(later)) }];
};

async function startOnce(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, PROGRAM, {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, ZAOBA_PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 2],
  });
  await untilOnline(child, `http://127.0.0.1:${port}/healthz`, began);
  const took = (performance.now() - began) / 1_000;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
  return took;
}

async function untilOnline(child: ChildProcess, url: string, began: number): Promise<void> {
  while ((await connectionAt(url)) !== 'online') {
    const lasted = (performance.now() - began) / 1_000;
    if (child.exitCode !== null || lasted > GIVE_UP_S) throw new Error('The bot did not come online.');
    await sleep(5);
  }
}

async function connectionAt(url: string): Promise<string | undefined> {
  try {
    return ((await (await fetch(url)).json()) as { readonly connection: string }).connection;
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
