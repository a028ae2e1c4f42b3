/** Lines that a chain list held before, and what it means that some of them are gone. */

import type { MemberId } from '../ids.js';
import type { LocalDay } from '../local-day.js';

/** A line that was in the list before. */
export interface KnownLine {
  readonly key: string;
  /** The name that it begins with. */
  readonly name: string;
  /** Whose it is; null when it is nobody's. */
  readonly memberId: MemberId | null;
  /** When it came, or last counted. */
  readonly day: LocalDay;
}

export interface Gone {
  /** What is new under these names puts an old line right: it is no news. */
  readonly corrected: ReadonlySet<string>;
  /** It may be that, or a day's own line in a list that was begun anew. */
  readonly doubtful: ReadonlySet<string>;
}

/** Names of whom a line has gone from the list; `here` are the keys that it holds. Most lines of the last day still there: it goes on; none: it began anew. */
export function namesGone(known: readonly KnownLine[], here: ReadonlySet<string>, day: LocalDay): Gone {
  const lastDay = Math.max(...known.filter((one) => one.day < day).map((one) => one.day));
  const lastRound = known.filter((one) => one.day === lastDay);
  const kept = lastRound.filter(({ key }) => here.has(key)).length;
  const goesOn = kept * 2 > lastRound.length;
  const gone = known.filter((one) => !here.has(one.key));
  const corrected = gone.filter((one) => goesOn || one.day >= day);
  const doubtful = kept > 0 ? gone : [];
  return { corrected: namesOf(corrected), doubtful: namesOf(doubtful) };
}

function namesOf(lines: readonly KnownLine[]): ReadonlySet<string> {
  return new Set(lines.map(({ name }) => name));
}
