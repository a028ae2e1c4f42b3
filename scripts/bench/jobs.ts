/** All benchmarks, in the order in which they run. */

import type { Job } from './job.js';
import { slowDisk } from './slow-disk.js';

export const JOBS: readonly Job[] = [
  { name: 'limit:full', load: async () => (await import('./limit.js')).runLimit('limit:full', 1) },
  { name: 'limit:group64', load: async () => (await import('./limit.js')).runLimit('limit:group64', 64) },
  { name: 'product:closed-loop', load: async () => (await import('./product.js')).closedLoop },
  {
    name: 'limit:open-loop:167',
    load: async () => (await import('./limit.js')).runLimitOnClock('limit:open-loop:167', 167),
  },
  { name: 'open-loop:167', load: async () => (await import('./open-loop.js')).openLoop('open-loop:167', 167) },
  {
    name: 'limit:open-loop:1000',
    load: async () => (await import('./limit.js')).runLimitOnClock('limit:open-loop:1000', 1_000),
  },
  { name: 'open-loop:1000', load: async () => (await import('./open-loop.js')).openLoop('open-loop:1000', 1_000) },
  {
    name: 'slow-disk:limit-full',
    environment: slowDisk,
    load: async () => (await import('./limit.js')).runLimit('slow-disk:limit-full', 1),
  },
  {
    name: 'slow-disk:product',
    environment: slowDisk,
    load: async () => (await import('./product.js')).slowDiskLoop,
  },
  { name: 'durability:kill', once: true, load: async () => (await import('./kill.js')).killAndCount },
  { name: 'durability:fsync-order', once: true, load: async () => (await import('./fsync-order.js')).traceSyncs },
  { name: 'start:cold', once: true, load: async () => (await import('./cold-start.js')).coldStarts },
  { name: 'planner:due-at-once', once: true, load: async () => (await import('./planning.js')).planAtOnce },
  { name: 'history', once: true, load: async () => (await import('./history.js')).readHistory },
  { name: 'postgres:limit-group64', load: async () => (await import('./postgres-limit.js')).postgresLimit },
  { name: 'postgres:closed-loop', load: async () => (await import('./postgres.js')).postgresLoop },
  { name: 'postgres:workers', load: async () => (await import('./postgres.js')).postgresWorkers },
];

/** What only other benchmarks start. */
export const PARTS: readonly Job[] = [
  { name: 'fill', load: async () => (await import('./store.js')).fill },
  { name: 'serve', load: async () => (await import('./serve.js')).serve },
  { name: 'worker', load: async () => (await import('./postgres.js')).worker },
];
