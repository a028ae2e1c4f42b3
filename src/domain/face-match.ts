/** Whom somebody new since a login may be: namesakes in the same room. A name is a reason to ask a person, nothing more. */

import type { MemberId } from './ids.js';

/** Somebody in a room, under the name used there. */
export interface Face {
  readonly id: MemberId;
  readonly name: string;
  readonly joinedAt: number;
}

export interface RoomOfFaces {
  readonly topic: string;
  readonly fresh: readonly Face[];
  readonly lost: readonly Face[];
}

export interface Doubt {
  readonly fresh: Face;
  readonly candidates: readonly Face[];
  readonly topics: readonly string[];
  /** True when nobody else bore the name in these rooms, before or since. */
  readonly isOnly: boolean;
}

/** Those who have a namesake among the lost, once each, in the order of the rooms. */
export function findDoubts(rooms: readonly RoomOfFaces[]): Doubt[] {
  const doubts = new Map<MemberId, Doubt>();
  for (const { topic, fresh, lost } of rooms) {
    for (const face of fresh.filter(({ name }) => name !== '')) {
      const candidates = lost.filter(({ name }) => name === face.name);
      if (candidates.length === 0) continue;
      const isOnly = candidates.length === 1 && fresh.filter(({ name }) => name === face.name).length === 1;
      doubts.set(face.id, join(doubts.get(face.id), { fresh: face, candidates, topics: [topic], isOnly }));
    }
  }
  return [...doubts.values()];
}

function join(before: Doubt | undefined, { fresh, candidates, topics, isOnly }: Doubt): Doubt {
  if (before === undefined) return { fresh, candidates, topics, isOnly };
  const added = candidates.filter(({ id }) => before.candidates.every((one) => one.id !== id));
  return {
    fresh: before.fresh,
    candidates: [...before.candidates, ...added],
    topics: [...before.topics, ...topics],
    isOnly: before.isOnly && isOnly && added.length === 0,
  };
}
