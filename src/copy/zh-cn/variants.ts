/** Recurring lines change with the day and the room: none comes back within a week, for there are eight or more of each. */

import type { RoomId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';

/** Where and when a line is said. */
export interface Occasion {
  readonly roomId: RoomId;
  readonly day: LocalDay;
}

export type Eight<T> = readonly [T, T, T, T, T, T, T, T, ...T[]];

/** From day to day the next one; rooms begin at different ones, so that neighbours do not say the same. */
export function variantOf<T>(variants: Eight<T>, { roomId, day }: Occasion): T {
  const count = variants.length;
  const index = (((day + roomId) % count) + count) % count;
  return variants[index] ?? variants[0];
}
