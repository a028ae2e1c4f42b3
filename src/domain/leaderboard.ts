/** The leaderboard's order: by streak, then by total, then by who joined first; ties share a place (1, 1, 3). */

import type { MemberId } from './ids.js';

export interface Contender {
  readonly memberId: MemberId;
  readonly name: string;
  readonly streak: number;
  readonly total: number;
}

export interface Placed extends Contender {
  readonly place: number;
}

/** Those without a single check-in are left out. Equal figures share a place and stand in order of member id. */
export function rank(contenders: readonly Contender[]): Placed[] {
  const ordered = contenders.filter((one) => one.total > 0).toSorted(byMerit);
  const placed: Placed[] = [];
  for (const [index, contender] of ordered.entries()) {
    const above = placed.at(-1);
    const tied = above !== undefined && above.streak === contender.streak && above.total === contender.total;
    placed.push({ ...contender, place: tied ? above.place : index + 1 });
  }
  return placed;
}

/** With the marks of their tiers in front of the names. */
export function withBadges(board: readonly Placed[], badges: ReadonlyMap<MemberId, string>): Placed[] {
  return board.map((one) => {
    const badge = badges.get(one.memberId);
    return badge === undefined ? one : { ...one, name: `${badge}${one.name}` };
  });
}

/** The rows around one member: `reach` before and after. Empty when the member is not on the board. */
export function around(board: readonly Placed[], memberId: MemberId, reach: number): Placed[] {
  const index = board.findIndex((one) => one.memberId === memberId);
  return index < 0 ? [] : board.slice(Math.max(0, index - reach), index + reach + 1);
}

/** What is shown of a board: its first places, and those around one member who is further down. */
export interface BoardView {
  readonly top: readonly Placed[];
  readonly own: readonly Placed[];
}

export function boardView(
  board: readonly Placed[],
  memberId: MemberId,
  { first, reach }: { readonly first: number; readonly reach: number },
): BoardView {
  const top = board.slice(0, first);
  return { top, own: around(board, memberId, reach).filter((one) => !top.includes(one)) };
}

function byMerit(a: Contender, b: Contender): number {
  return b.streak - a.streak || b.total - a.total || a.memberId - b.memberId;
}
