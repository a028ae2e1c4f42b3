/** Recurring lines change with the day, and none comes back within a week: there are eight or more of each. */

import type { LocalDay } from '../../domain/local-day.js';

export function variantOf<T>(variants: readonly [T, T, T, T, T, T, T, T, ...T[]], day: LocalDay, offset = 0): T {
  const index = (((day + offset) % variants.length) + variants.length) % variants.length;
  return variants[index] ?? variants[0];
}
