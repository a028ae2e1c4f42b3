/** The bot's process as one file, so that it starts in a fifth of a second: it is started hundreds of times. */

import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { programFolder } from '../program-folder.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const CHILD = fileURLToPath(new URL('bot-child.ts', import.meta.url));

let built: Promise<string> | undefined;

/** The path of the file; made once by each process of tests. */
export function botProgram(): Promise<string> {
  built ??= bundleProgram(CHILD, programFolder());
  return built;
}

/** Any program of TypeScript that a test runs in processes of its own. Resolves to the path of the one file. */
export async function bundleProgram(program: string, folder: string): Promise<string> {
  // Courses lie beside the code that reads them.
  cpSync(join(REPOSITORY, 'src/copy/zh-cn/courses'), join(folder, 'courses'), { recursive: true });
  const outfile = join(folder, `${basename(program, '.ts')}.mjs`);
  await build({
    entryPoints: [program],
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
