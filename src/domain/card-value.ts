/** What the rest of a card is worth when it is turned in for a better one. Amounts in fen. */

import { type CardRun, isRunning, usedOf } from './card-run.js';
import type { CardEventId } from './ids.js';
import type { LocalDay } from './local-day.js';

/** What was paid for a piece of a card, by the event that brought it; credit for a former card included. */
export type PaidFor = ReadonlyMap<CardEventId, number>;

/**
 * The rest of what was paid when it is turned in on `today`: paid × days left ÷ all days, rounded down for each order. Today
 * counts as left, since the better card begins with it; frozen days are not used up. Undefined where no card runs, and
 * for life, which is never less than another card.
 */
export function restOf(run: CardRun, today: LocalDay, paid: PaidFor): number | undefined {
  if (!isRunning(run, today)) return undefined;
  const used = usedOf(run, today);
  let rest = 0;
  for (const { id, days, forLife } of run.pieces) {
    if (forLife) return undefined;
    if (days > 0) rest += Math.floor(((paid.get(id) ?? 0) * (days - (used.get(id) ?? 0))) / days);
  }
  return rest;
}
