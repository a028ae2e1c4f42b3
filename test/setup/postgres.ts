/** Runs once, before all tests: makes a real PostgreSQL available, or fails. The tests never go without one. */

import type { TestProject } from 'vitest/node';
import { startPostgresServer } from '../../scripts/support/postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database from which `describeDialects` creates fresh ones. */
    readonly postgresUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
