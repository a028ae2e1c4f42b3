/** Where programs that tests build for processes of their own lie until the tests are over. */

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Below node_modules, where what a program leaves out is found. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/zaoba-programs/', import.meta.url));

/** A folder of this process's own. Those of processes that have ended go: they are stopped without a word. */
export function programFolder(): string {
  const folder = join(CACHE, String(process.pid));
  mkdirSync(folder, { recursive: true });
  for (const pid of readdirSync(CACHE))
    if (!isAlive(Number(pid))) rmSync(join(CACHE, pid), { recursive: true, force: true });
  return folder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
