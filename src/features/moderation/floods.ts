/** Who says too much, remembered by this process: a restart forgets seconds. */

import { FloodWatch } from '../../domain/moderation/flood-watch.js';
import type { Catalogue } from '../../kit/catalogue.js';

/** By the bot that hears: several may live in one process. */
const watches = new WeakMap<Catalogue, FloodWatch>();

export function floodWatchOf(catalogue: Catalogue): FloodWatch {
  const known = watches.get(catalogue) ?? new FloodWatch();
  watches.set(catalogue, known);
  return known;
}
