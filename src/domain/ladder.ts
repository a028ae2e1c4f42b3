/** Changes to a ladder: each rung asks for no less of anything than the one below it, and for more of something. */

import { accept, type Decision, refuse } from './decision.js';
import { type Ladder, LADDER_LIMITS, TIER_FIGURES, type TierRung } from './tier.js';

/** A new rung finds its place by what it asks for. */
export function withRung(ladder: Ladder, rung: TierRung): Decision<Ladder> {
  if (ladder.some(({ name }) => name === rung.name)) return refuse({ code: 'tier.exists', name: rung.name });
  if (ladder.length >= LADDER_LIMITS.rungs) return refuse({ code: 'tier.too_many', max: LADDER_LIMITS.rungs });
  const place = ladder.findLastIndex((other) => isAbove(rung, other)) + 1;
  return place === 0
    ? refuse({ code: 'tier.out_of_order', name: rung.name, other: ladder[0].name })
    : ordered([...ladder.slice(0, place), rung, ...ladder.slice(place)]);
}

/** In place of the one of that name; the first rung goes on asking for nothing. */
export function withChanged(ladder: Ladder, name: string, change: Partial<TierRung>): Decision<Ladder> {
  const place = ladder.findIndex((rung) => rung.name === name);
  if (place === 0 && Object.keys(change.needs ?? {}).length > 0) return refuse({ code: 'tier.first', name });
  return ordered(ladder.map((rung, index) => (index === place ? { ...rung, ...change } : rung)));
}

/** Somebody on it would hang in the air, so it has to be empty. */
export function withoutRung(ladder: Ladder, name: string, people: number): Decision<Ladder> {
  const place = ladder.findIndex((rung) => rung.name === name);
  if (place === 0) return refuse({ code: 'tier.first', name });
  if (people > 0) return refuse({ code: 'tier.in_use', name, people });
  return ordered(ladder.filter((_, index) => index !== place));
}

function ordered(rungs: readonly TierRung[]): Decision<Ladder> {
  for (const [index, rung] of rungs.entries()) {
    const below = rungs[index - 1];
    if (below && !isAbove(rung, below))
      return refuse({ code: 'tier.out_of_order', name: rung.name, other: below.name });
  }
  const [first, ...others] = rungs;
  if (first === undefined) throw new Error('A ladder has a first rung.');
  return accept([first, ...others]);
}

function isAbove(rung: TierRung, other: TierRung): boolean {
  const differences = TIER_FIGURES.map((figure) => (rung.needs[figure] ?? 0) - (other.needs[figure] ?? 0));
  return differences.every((difference) => difference >= 0) && differences.some((difference) => difference > 0);
}
