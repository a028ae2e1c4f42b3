/** The limit of this machine: what SQLite alone can do with the same messages, so many in one synced commit. */

import type { Line, Run } from './job.js';
import { type LimitStore, limitPath, openLimitStore } from './limit-store.js';
import { bytesOf, latenciesOf, rounded, speedOf, startWatch, temporaryFolder, watchMemory } from './measure.js';
import { driveOpenLoop } from './open-loop.js';
import type { BenchOptions } from './options.js';
import { type CheckInMessage, messageAt } from './workload.js';

const WARM_UP = 3_000;
/** Until the write-ahead file has its size, as the product's has. */
const GROWN = 15_000;

export function runLimit(name: string, together: number): Run {
  return async (options) => [measureLimit(name, together, options)];
}

/** Messages that come on a clock, a commit each: the latency under which nobody can stay. */
export function runLimitOnClock(name: string, rate: number): Run {
  return async (options) => {
    const store = openLimitStore(temporaryFolder('limit'), options);
    write(store, options, { from: 0, to: GROWN, together: 64 });
    const stop = startWatch();
    const commit = async (message: CheckInMessage) => store.commit([message]);
    const latencies = await driveOpenLoop(
      commit,
      { ...options, from: GROWN, to: GROWN + rate * options.seconds },
      rate,
    );
    const line = { name, ...speedOf(latencies.length, stop()), ...latenciesOf(latencies), rate };
    store.close();
    return [line];
  };
}

function measureLimit(name: string, together: number, options: BenchOptions): Line {
  const folder = temporaryFolder('limit');
  const store = openLimitStore(folder, options);
  const stopMemory = watchMemory();
  const warmUp = Math.min(WARM_UP, options.n);
  write(store, options, { from: 0, to: warmUp, together });
  store.checkpoint();

  const before = bytesOf(limitPath(folder));
  const stop = startWatch();
  const latencies = write(store, options, { from: warmUp, to: warmUp + options.n, together });
  const spent = stop();
  store.checkpoint();
  const books = { acked: warmUp + options.n, persisted: store.count() };
  store.close();
  return {
    name,
    ...speedOf(options.n, spent),
    ...latenciesOf(latencies),
    rss_mb: stopMemory(),
    bytes_per_checkin: rounded((bytesOf(limitPath(folder)) - before) / options.n),
    ...books,
    durability: `SQLite WAL, synchronous=FULL, ${together} in a commit`,
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly together: number;
}

/** The milliseconds that each message's commit took. */
function write(store: LimitStore, options: BenchOptions, { from, to, together }: Span): number[] {
  const latencies: number[] = [];
  for (let index = from; index < to; index += together) {
    const count = Math.min(together, to - index);
    const batch = Array.from({ length: count }, (_, offset) => messageAt(index + offset, options));
    const start = performance.now();
    store.commit(batch);
    const took = performance.now() - start;
    for (let one = 0; one < count; one++) latencies.push(took);
  }
  return latencies;
}
