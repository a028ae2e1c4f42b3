/** `npm start` as a supervisor runs it: signals reach the bot, whoever of its processes is signalled. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const TIMEOUT_MS = 60_000;

interface Started {
  readonly npm: ChildProcess & { readonly pid: number };
  readonly databaseFile: string;
  readonly code: Promise<number | null>;
}

async function npmStart(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-npm-'));
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATA_DIR: folder, ZAOBA_PORT: '0', LOG_LEVEL: 'warn' };
  const npm = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = npm.pid ?? Number.NaN;
  onTestFinished(() => {
    if (groupLives(pid)) process.kill(-pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const code = new Promise<number | null>((resolve) => npm.once('close', resolve));
  let output = '';
  for await (const text of npm.stdout) {
    output += String(text);
    if (output.includes('早八已启动')) break;
  }
  return { npm: Object.assign(npm, { pid }), databaseFile: join(folder, 'simulated.sqlite'), code };
}

function groupLives(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

test.each([
  ['npm alone, as a supervisor does', 'SIGTERM', 1],
  ['the whole group, as systemd does', 'SIGTERM', -1],
  ['the whole group, as a terminal does', 'SIGINT', -1],
] as const)('a signal to %s ends the bot in order', { timeout: TIMEOUT_MS }, async (_, signal, whom) => {
  const { npm, databaseFile, code } = await npmStart();
  expect(existsSync(`${databaseFile}-wal`)).toBe(true);

  process.kill(whom * npm.pid, signal);

  expect(await code).toBe(0);
  // SQLite puts its log away when the database is closed, and not when the process dies.
  expect(existsSync(`${databaseFile}-wal`)).toBe(false);
});
