/** A bot's process and a worker's, each as one file, compiled already, so that it starts in a fifth of a second: hundreds of times. */

import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { programFolder } from '../program-folder.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const CHILDREN = {
  'bot-child': fileURLToPath(new URL('bot-child.ts', import.meta.url)),
  'worker-child': fileURLToPath(new URL('worker-child.ts', import.meta.url)),
} as const;
/** What they are started with: V8 takes compiled code from a process with the same options alone. */
export const BOT_OPTIONS = ['--expose-gc'] as const;

type Program = keyof typeof CHILDREN;

const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['better-sqlite3', 'pg-native'],
  logLevel: 'error',
};

/** Node reads no compiled code by itself before 22. Told to compile, it leaves some for those that come after. */
const starterOf = (program: Program): string => `
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { constants, Script } = require('node:vm');
const filename = __dirname + '/${program}.cjs';
const compiled = filename + '.compiled';
const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData, importModuleDynamically });
script.runInThisContext()(exports, require, module, filename, __dirname);
if (process.argv[2] === 'compile') {
  writeFileSync(compiled, script.createCachedData());
  process.exit();
}
`;

const built = new Map<Program, Promise<string>>();

/** The path of the file; made once by each process of tests. */
export function childProgram(program: Program): Promise<string> {
  const path = built.get(program) ?? bundleChild(program, programFolder());
  built.set(program, path);
  return path;
}

async function bundleChild(program: Program, folder: string): Promise<string> {
  addCourses(folder);
  const banner = { js: `const address = require('node:url').pathToFileURL(__filename).href;` };
  const outfile = join(folder, `${program}.cjs`);
  await build({
    ...COMMON,
    entryPoints: [CHILDREN[program]],
    outfile,
    format: 'cjs',
    banner,
    define: { 'import.meta.url': 'address' },
  });
  const starter = join(folder, `start-${program}.cjs`);
  writeFileSync(starter, starterOf(program));
  execFileSync(process.execPath, [...BOT_OPTIONS, starter, 'compile']);
  return starter;
}

/** Any program of TypeScript that a test runs in processes of its own. Resolves to the path of the one file. */
export async function bundleProgram(program: string, folder: string): Promise<string> {
  addCourses(folder);
  const outfile = join(folder, `${basename(program, '.ts')}.mjs`);
  const banner = { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` };
  await build({ ...COMMON, entryPoints: [program], outfile, format: 'esm', banner });
  return outfile;
}

/** Courses lie beside the code that reads them. */
function addCourses(folder: string): void {
  cpSync(join(REPOSITORY, 'src/copy/zh-cn/courses'), join(folder, 'courses'), { recursive: true });
}
