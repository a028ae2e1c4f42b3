/** Runs from the repository's root: `npm test`. Forks, because better-sqlite3 is native; three on two processors, because many tests wait for other processes. */

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: './tsconfig.json',
      ignoreSourceErrors: true,
    },
    globalSetup: ['test/setup/postgres.ts', 'test/setup/programs.ts'],
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
