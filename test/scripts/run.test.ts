/** How `npm start` and the other scripts read TypeScript: in a folder of its own, laid out as the repository is. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A repository with these files in `src`. */
function repositoryOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of ['scripts/run.js', 'scripts/support/lines-as-written.js', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, path), join(folder, path));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'src'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  const run = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/run.js', 'src/main.ts', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { said: stdout.trim().split('\n'), stderr, status };
  };
  return {
    folder,
    write,
    run,
    bundles: () => readdirSync(join(folder, '.cache')).filter((name) => !name.endsWith('.json')),
  };
}

test('a program is bundled once, and again when a file of it has changed', () => {
  const { folder, write, run, bundles } = repositoryOf({
    'main.ts': `import { word } from './word.js';\nconst said: string = word;\nconsole.log(said, ...process.argv.slice(2));\n`,
    'word.ts': `export const word: string = 'one';\n`,
  });

  expect(run('a', 'b').said).toEqual(['one a b']);
  const [first] = bundles();
  expect(run().said).toEqual(['one']);
  expect(bundles()).toEqual([first]);

  for (const [time, word] of ['two', 'three', 'four'].entries()) {
    write('word.ts', `export const word: string = '${word}';\n`);
    utimesSync(join(folder, 'src/word.ts'), time, time);
    for (const bundle of bundles()) utimesSync(join(folder, '.cache', bundle), 1, 1);
    expect(run().said).toEqual([word]);
  }
  // A process may still be running from the one before.
  expect(bundles()).toHaveLength(2);
});

test('files beside the source are found, and a trace names the line that was written', () => {
  const { folder, run } = repositoryOf({
    'main.ts': `
      import { readFileSync } from 'node:fs';
      interface Told { readonly text: string }
      const told: Told = { text: readFileSync(new URL('beside.txt', import.meta.url), 'utf8') };
      console.log(told.text);
      throw new Error('on line 6');
    `,
    'beside.txt': 'beside',
  });

  const { said, stderr, status } = run();

  expect(said).toEqual(['beside']);
  expect(stderr).toContain(`${join(folder, 'src/main.ts')}:6:13`);
  expect(status).toBe(1);
});

test('what a program forks is run the same way', () => {
  const { run } = repositoryOf({
    'main.ts': `
      import { fork } from 'node:child_process';
      import { fileURLToPath } from 'node:url';
      fork(fileURLToPath(new URL('child.ts', import.meta.url)), ['x']);
    `,
    'child.ts': `const said: string = process.argv[2] ?? '';\nconsole.log('child', said);\n`,
  });

  expect(run().said).toEqual(['child x']);
});

test('where no bundle can be written it runs all the same', () => {
  const { folder, run } = repositoryOf({ 'main.ts': `const said: string = 'here';\nconsole.log(said);\n` });
  writeFileSync(join(folder, '.cache'), 'a file where the folder should be');

  expect(run().said).toEqual(['here']);
});

test('a mistake in the source is told with its place', () => {
  const { run } = repositoryOf({ 'main.ts': `const = 1;\n` });

  const { stderr, status } = run();

  expect(stderr).toContain('src/main.ts:1:6');
  expect(status).toBe(1);
});

test('a signal reaches the program itself', async () => {
  const { folder } = repositoryOf({
    'main.ts': `
      process.on('SIGTERM', () => process.exit(7));
      setInterval(() => {}, 1_000);
      process.stdout.write('ready');
    `,
  });
  const child = spawn(process.execPath, ['scripts/run.js', 'src/main.ts'], { cwd: folder });
  await once(child.stdout, 'data');

  child.kill('SIGTERM');

  expect(await once(child, 'exit')).toEqual([7, null]);
});
