/**
 * Runs from the repository's root: `npm test`. Forks, because better-sqlite3 is native; three on two processors, because many tests
 * wait for other processes. Loading the product takes longer than most files do, so those that leave their process as they
 * found it share one: no environment, no global, no listener of a process is changed in them. Where seconds are promised to
 * people, the test runs when all others have ended.
 */

import { configDefaults, defineConfig } from 'vitest/config';
import { SHARED_FOLDERS } from './setup/shared-folders.js';

const FORKS = { pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 } as const;
const TIMED = ['test/browser/community-day.test.ts'];
const SHARING = SHARED_FOLDERS.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/setup/temporary-folder.ts', 'test/setup/postgres.ts', 'test/setup/programs.ts'],
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...FORKS,
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SHARING, ...TIMED],
          typecheck: {
            enabled: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: './tsconfig.json',
            ignoreSourceErrors: true,
          },
        },
      },
      { test: { ...FORKS, name: 'together', include: SHARING, isolate: false } },
      { test: { ...FORKS, name: 'timed', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
