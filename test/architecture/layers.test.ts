/** The layers of `src/README.md`, held against the imports of every file. */

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MAY_IMPORT, violationsIn } from './layers.js';
import { readSourceFiles } from './source-files.js';

const files = readSourceFiles('src');

test('every file of src imports only what its layer may', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(violationsIn)).toEqual([]);
});

test('every folder of src is a layer of the table', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());

  expect(folders.map(({ name }) => name).filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});

const PLANTED: readonly [path: string, code: string][] = [
  ['src/domain/streak.ts', `import { readFileSync } from 'node:fs';`],
  ['src/domain/deep/streak.ts', `import type { Clock } from '../../ports/clock.js';`],
  ['src/ports/clock.ts', `import { Temporal } from '../copy/zh-cn/time.js';`],
  ['src/copy/zh-cn/points.ts', `export * from '../../storage/points.js';`],
  ['src/storage/members.ts', `export { roomWork } from '../kit/work.js';`],
  ['src/kit/work.ts', `const copy = await import('../copy/zh-cn/refusals.js');`],
  ['src/kit/work.ts', `import { Pool } from 'pg';`],
  ['src/kit/work.ts', `type Db = import('kysely').Kysely<object>;`],
  ['src/kit/work.ts', `import { config } from '../config.js';`],
  ['src/features/points/index.ts', `import { streak } from '../check-ins/index.js';`],
  ['src/features/points/commands/award.ts', `import { streak } from '../../check-ins/index.js';`],
  ['src/features/points/index.ts', `import { page } from '../../console/page.js';`],
  ['src/transport/wechaty/bot.ts', `import { findMember } from '../../storage/members.js';`],
  ['src/console/client/page.tsx', `import { points } from '../../features/points/index.js';`],
  ['src/console/server.ts', `import { WechatyBuilder } from 'wechaty';`],
  ['src/console/server.ts', `import { startTestBot } from '../../test/support/test-bot.js';`],
  ['src/app.ts', `const { FileBox } = await import('file-box');`],
];

test.each(PLANTED)('%s may not say %s', (path, text) => {
  expect(violationsIn({ path, text })).toHaveLength(1);
});

const ALLOWED: readonly [path: string, code: string][] = [
  ['src/domain/streak.ts', `import { Temporal } from 'temporal-polyfill';`],
  ['src/domain/deep/streak.ts', `import type { LocalDate } from '../calendar.js';`],
  ['src/storage/members.ts', `import { Kysely } from 'kysely';`],
  ['src/features/points/commands/award.ts', `import { points } from '../points.js';`],
  ['src/features/points/commands/award.ts', `import { member } from '../../../kit/member-argument.js';`],
  ['src/transport/wechaty/bot.ts', `const { WechatyBuilder } = await import('wechaty');`],
  ['src/features.ts', `import { points } from './features/points/index.js';`],
  ['src/app.ts', `import { migrations } from '../migrations/index.js';`],
];

test.each(ALLOWED)('%s may say %s', (path, text) => {
  expect(violationsIn({ path, text })).toEqual([]);
});
