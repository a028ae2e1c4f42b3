import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Records, writeCsvFile } from '../../src/kit/csv-file.js';

function freshPath(): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-csv-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, path: join(folder, 'people.csv') };
}

async function* pages(...given: readonly (Records | Error)[]): AsyncGenerator<Records> {
  for (const one of given) {
    if (one instanceof Error) throw one;
    yield one;
  }
}

test('a file holds its headings and every page in order', async () => {
  const { path } = freshPath();

  const count = await writeCsvFile(path, ['名字', '天数'], pages([['小林', 3]], [], [['小陈', null]]));

  expect(count).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('\uFEFF名字,天数\r\n小林,3\r\n小陈,\r\n');
});

test('an older file stays as it was when the new one cannot be finished', async () => {
  const { folder, path } = freshPath();
  writeFileSync(path, 'old');

  const writing = writeCsvFile(path, ['名字'], pages([['小林']], new Error('The database went away.')));

  await expect(writing).rejects.toThrow('The database went away.');
  expect(readdirSync(folder)).toEqual(['people.csv']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});
