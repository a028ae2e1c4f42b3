/** Starts the bot of one account as a process of its own: `npm start` with the account's settings, and its lease. */

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment } from './domain/puppet-options.js';
import type { Holding } from './storage/leases.js';
import type { WorkerAccount } from './storage/worker-accounts.js';
import type { BotChild } from './supervisor.js';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

export interface ForkOptions {
  /** The worker's own. */
  readonly environment: Environment;
  /** Its bots have their pages on this port plus their account's number; 0 takes any free one. */
  readonly port: number;
  readonly puppet: Readonly<Record<string, string>>;
}

/** It ends in order when it is asked to, and when this process is gone. */
export function forkBot({ id, name, puppet, owner, fence }: WorkerAccount & Holding, options: ForkOptions): BotChild {
  const child = fork(MAIN, [], {
    env: {
      ...options.environment,
      ...options.puppet,
      WECHATY_PUPPET: puppet,
      ZAOBA_ACCOUNT: name,
      ZAOBA_PORT: String(options.port === 0 ? 0 : options.port + id),
      ZAOBA_LEASE: `${fence} ${owner}`,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    ended: new Promise((resolve) => {
      child.once('exit', () => resolve());
      // It could not even be started.
      child.once('error', () => resolve());
    }),
    stop: () => void child.kill('SIGTERM'),
  };
}
