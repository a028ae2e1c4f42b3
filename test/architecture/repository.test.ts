/** Rules about everything that is committed, whatever its kind. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFiles } from './source-files.js';

/** A registry or mirror belongs to a machine's own settings, never to the repository. */
const REGISTRY_HOST =
  /\b(registry\.(npmjs\.org|yarnpkg\.com|npmmirror\.com|npm\.taobao\.org)|npm\.pkg\.github\.com|npmmirror\.com|pypi\.org|files\.pythonhosted\.org|(deb|security)\.debian\.org|mirrors?\.[a-z0-9-]+\.[a-z.]+)\b|"resolved":\s*"https?:|^\s*(@[\w-]+:)?registry\s*=/im;

const BINARY = /\.(png|jpe?g|gif|webp|ico|ttf|otf|woff2?|xlsx|sqlite|pdf|mp3|zip)$/i;

test('no committed text names the host of a package registry', () => {
  const files = listFiles('.').filter((path) => !BINARY.test(path));

  expect(files).toContain('package-lock.json');
  expect(files.filter((path) => REGISTRY_HOST.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test.each([
  `"resolved": "${'https:'}//example.test/a.tgz"`,
  ['https://registry', 'npmjs', 'org/pino'].join('.'),
  `registry${'='}http://localhost:4873`,
  ['https://mirrors', 'example', 'cn/debian'].join('.'),
])('%s is seen', (text) => {
  expect(text).toMatch(REGISTRY_HOST);
});

test('the lockfile knows every package by its digest', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly link?: boolean }>>;
  };

  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  expect(packages.length).toBeGreaterThan(0);
  expect(packages.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
});
