/**
 * Runs a program of this repository: `node scripts/run.js src/main.ts`. Its TypeScript is bundled when a file of it has
 * changed, into `.cache`; where nothing can be written there, tsx reads it file by file.
 *
 * In JavaScript, since Node has to read it as it is. Processes that are forked run the same way.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nameLinesAsWritten } from './support/lines-as-written.js';

/**
 * Where the bundle is, and each file of it as it was read.
 *
 * @typedef {{ folder: string, inputs: Record<string, string> }} Bundled
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.cache');
const HOUR_MS = 3_600_000;

const program = resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
// The `fork` and `spawn` of this program hand it on, as they would hand on a loader.
process.execArgv.push(fileURLToPath(import.meta.url));

await run(await bundleOf(program).catch(() => undefined));

/** @param {string | undefined} bundled Undefined where no bundle could be made. */
async function run(bundled) {
  if (bundled === undefined) {
    const { register } = await import('tsx/esm/api');
    register();
    await import(pathToFileURL(program).href);
    return;
  }
  nameLinesAsWritten(pathToFileURL(CACHE).href);
  await import(pathToFileURL(bundled).href);
}

/** @param {string} entry */
async function bundleOf(entry) {
  const name = relative(ROOT, entry).replaceAll(/[^a-z0-9]+/gi, '-');
  const note = join(CACHE, `${name}.json`);
  const known = readNote(note);
  if (known && isFresh(known)) return mainFileIn(known, entry);
  const bundled = await bundle(entry, name);
  keepNote(note, bundled);
  removeOld(name, [bundled.folder, known?.folder]);
  return mainFileIn(bundled, entry);
}

/**
 * @param {Bundled} bundled
 * @param {string} entry
 */
function mainFileIn(bundled, entry) {
  return join(bundled.folder, basename(entry).replace(/\.ts$/, '.js'));
}

/**
 * @param {string} note
 * @returns {Bundled | undefined}
 */
function readNote(note) {
  return existsSync(note) ? /** @type {Bundled} */ (JSON.parse(readFileSync(note, 'utf8'))) : undefined;
}

/** @param {Bundled} known */
function isFresh({ folder, inputs }) {
  return existsSync(folder) && Object.entries(inputs).every(([path, stamp]) => stampOf(path) === stamp);
}

/** @param {string} path */
function stampOf(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  return `${found?.mtimeMs} ${found?.size}`;
}

/**
 * Others may start at the same moment: what is written gets its place all at once.
 *
 * @param {string} note
 * @param {Bundled} bundled
 */
function keepNote(note, bundled) {
  const draft = `${note}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(bundled));
  renameSync(draft, note);
}

/**
 * All but those of `kept`: a process may still run from the bundle before this one, and others may be at work on theirs.
 *
 * @param {string} name
 * @param {readonly (string | undefined)[]} kept
 */
function removeOld(name, kept) {
  const folders = readdirSync(CACHE, { withFileTypes: true }).filter((found) => found.isDirectory());
  for (const found of folders.filter((one) => one.name.startsWith(`${name}-`))) {
    const folder = join(CACHE, found.name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (!kept.includes(folder) && age > HOUR_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} entry
 * @param {string} name
 * @returns {Promise<Bundled>}
 */
async function bundle(entry, name) {
  const folder = join(CACHE, `${name}-${Date.now().toString(36)}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    entryPoints: [entry],
    outdir: folder,
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [{ name: 'where-it-was-written', setup: keepAddresses }],
  });
  await esbuild.stop();
  return { folder, inputs: Object.fromEntries(Object.keys(metafile.inputs).map((path) => [path, stampOf(path)])) };
}

/**
 * A file that looks for others beside it finds them where it was written.
 *
 * @param {import('esbuild').PluginBuild} building
 */
function keepAddresses(building) {
  building.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
    const address = JSON.stringify(pathToFileURL(path).href);
    const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', address);
    return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
  });
}
