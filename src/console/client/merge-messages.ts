/** Adds what the server sent to what the page holds: nothing twice, in order, and not without end. */

import type { SimulatedMessage } from '../../ports/simulated-wechat.js';

const heldAtMost = 2_000;

export function mergeMessages(
  held: readonly SimulatedMessage[],
  sent: readonly SimulatedMessage[],
): readonly SimulatedMessage[] {
  const newest = held.at(-1)?.sequence ?? 0;
  return [...held, ...sent.filter(({ sequence }) => sequence > newest)].slice(-heldAtMost);
}
