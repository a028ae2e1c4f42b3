/**
 * Runs once, before all tests: bundles the programs that tests start as processes, as `scripts/run.js` does for `npm start`;
 * once for all of them, and with two programs of the tests' own beside them.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { programFolder } from '../support/program-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of `main.mjs`, `grpc-wechat.mjs` and `loopback-only.mjs`. */
    readonly programs: string;
  }
}

const PROGRAMS = [
  new URL('../../src/main.ts', import.meta.url),
  new URL('../support/grpc-wechat.ts', import.meta.url),
  new URL('../support/loopback-only.ts', import.meta.url),
];

/** A file that looks for others beside it finds them where it was written. */
const whereItWasWritten: Plugin = {
  name: 'where-it-was-written',
  setup(building) {
    building.onLoad({ filter: /\/(src|test|migrations)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

export async function setup(project: TestProject): Promise<void> {
  const folder = programFolder();
  await build({
    entryPoints: PROGRAMS.map((url) => fileURLToPath(url)),
    outdir: folder,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // They are loaded as `npm start` loads them.
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [whereItWasWritten],
    logLevel: 'error',
  });
  project.provide('programs', folder);
}
