/**
 * How well a room seen since a login fits one that was lost by it. Anybody can make a room of that topic and invite people
 * of those names, so a good fit is a proposal and no more.
 */

export interface RoomMatch {
  /** Names in both; a name that two people bear counts twice where it does so in both. */
  readonly shared: number;
  readonly seen: number;
  readonly known: number;
}

export function matchNames(seen: readonly string[], known: readonly string[]): RoomMatch {
  const left = new Map<string, number>();
  for (const name of known) left.set(name, (left.get(name) ?? 0) + 1);
  let shared = 0;
  for (const name of seen) {
    const rest = left.get(name) ?? 0;
    if (name === '' || rest === 0) continue;
    left.set(name, rest - 1);
    shared++;
  }
  return { shared, seen: seen.length, known: known.length };
}

const FEWEST_SHARED = 5;
const SHARE = 0.8;

/** Whether nearly everybody seems to be in both. */
export function fitsWell({ shared, seen, known }: RoomMatch): boolean {
  return shared >= FEWEST_SHARED && shared >= SHARE * Math.max(seen, known);
}
