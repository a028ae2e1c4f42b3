/** Messages that come on a clock, whether the bot keeps up or not; latency counts from the moment they were due. */

import type { Handle } from './drive.js';
import type { Run } from './job.js';
import { measureProduct, type Span } from './product.js';
import { prepareSqlite } from './store.js';
import { messageAt } from './workload.js';

/** `rate` messages a second, for as many seconds as the options say. */
export function openLoop(name: string, rate: number): Run {
  return async (options) => {
    const n = rate * options.seconds;
    const drive = (handle: Handle, span: Span) => driveOpenLoop(handle, span, rate);
    const [line] = await measureProduct(name, await prepareSqlite(options), { ...options, n }, drive);
    return line ? [{ ...line, rate }] : [];
  };
}

export async function driveOpenLoop(handle: Handle, { from, to, ...community }: Span, rate: number): Promise<number[]> {
  const latencies: number[] = [];
  const one = async (index: number, due: number) => {
    const arrived = Math.min(due, performance.now());
    await handle(messageAt(index, community));
    latencies.push(performance.now() - arrived);
  };
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let index = from; index < to; index++) {
    const due = start + ((index - from) * 1_000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    running.push(one(index, due));
  }
  await Promise.all(running);
  return latencies;
}
