/** A membership without its figures, and what becomes of two that turn out to be one person's. */

export interface Seat {
  /** The name used in the room. */
  readonly name: string;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  /** 0 for somebody who is not to be on the leaderboard. */
  readonly onBoard: 0 | 1;
}

/**
 * The seat of a member who was lost by the login at `sessionAt`, with what was seen of the same person since. Being lost
 * is no leaving, so that the day of joining stays; who had left before it came back on the day they were seen.
 */
export function foldSeats(fresh: Seat, lost: Seat | undefined, sessionAt: number): Seat {
  if (lost === undefined) return fresh;
  const cameBack = lost.leftAt !== null && lost.leftAt < sessionAt;
  return {
    name: fresh.name === '' ? lost.name : fresh.name,
    joinedAt: cameBack ? fresh.joinedAt : lost.joinedAt,
    leftAt: fresh.leftAt,
    onBoard: fresh.onBoard === 1 && lost.onBoard === 1 ? 1 : 0,
  };
}
