/** Hands messages to whoever handles them: so many in flight, one after the other. */

import { type CheckInMessage, type Community, messageAt } from './workload.js';

export type Handle = (message: CheckInMessage) => Promise<void>;

interface Span extends Community {
  readonly from: number;
  readonly to: number;
  readonly concurrency: number;
}

/** The milliseconds that each message took, from its coming in to the end of its handling. */
export async function driveClosedLoop(
  handle: Handle,
  { from, to, concurrency, ...community }: Span,
): Promise<number[]> {
  const latencies: number[] = [];
  let next = from;
  const loop = async () => {
    while (next < to) {
      const message = messageAt(next++, community);
      const start = performance.now();
      await handle(message);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, to - from) }, loop));
  return latencies;
}
