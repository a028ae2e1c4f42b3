/** The bot's process as one file, so that it starts in a fifth of a second: it is started hundreds of times. */

import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const CHILD = fileURLToPath(new URL('bot-child.ts', import.meta.url));
/** Below node_modules, where its native driver is found. */
const CACHE = join(REPOSITORY, 'node_modules/.cache/zaoba-faults');

let built: Promise<string> | undefined;

/** The path of the file; made once by each process of tests. */
export function botProgram(): Promise<string> {
  built ??= bundle(join(CACHE, String(process.pid)));
  return built;
}

async function bundle(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  sweep();
  // Courses lie beside the code that reads them.
  cpSync(join(REPOSITORY, 'src/copy/zh-cn/courses'), join(folder, 'courses'), { recursive: true });
  const outfile = join(folder, 'bot-child.mjs');
  await build({
    entryPoints: [CHILD],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['better-sqlite3', 'pg-native'],
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
    logLevel: 'error',
  });
  return outfile;
}

/** Those of processes that have ended: they are stopped without a word. */
function sweep(): void {
  for (const pid of readdirSync(CACHE))
    if (!isAlive(Number(pid))) rmSync(join(CACHE, pid), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
