/** Tiers as others ask for them: the ladder that holds for an account, and what a member's rung brings. */

import type { AccountId, MemberId } from '../domain/ids.js';
import { type Ladder, type Perks, placeOf, rungAt, USUAL_LADDER } from '../domain/tier.js';
import type { Tx } from '../storage/database.js';
import type { Room } from '../storage/rooms.js';
import { findTierName, listRungs, listTiersInRoom } from '../storage/tiers.js';

export async function readLadder(tx: Tx, accountId: AccountId): Promise<Ladder> {
  const [first, ...others] = await listRungs(tx, accountId);
  return first === undefined ? USUAL_LADDER : [first, ...others];
}

/** What the member's tier brings in the rooms of the account. */
export async function perksOf(tx: Tx, memberId: MemberId, { accountId }: Pick<Room, 'accountId'>): Promise<Perks> {
  const ladder = await readLadder(tx, accountId);
  return rungAt(ladder, placeOf(ladder, await findTierName(tx, accountId, memberId))).perks;
}

/** By tier, the tickets of an entry in a draw, for tiers that bring more than one and on which somebody in the room stands; null for none. */
export async function promisedWeights(
  tx: Tx,
  room: Pick<Room, 'id' | 'accountId'>,
): Promise<Record<string, number> | null> {
  const standings = await listTiersInRoom(tx, room.accountId, room.id);
  const held = new Set([...standings.values()].map(({ tier }) => tier));
  const heavier = (await readLadder(tx, room.accountId)).filter(
    ({ name, perks }) => perks.lotteryWeight > 1 && held.has(name),
  );
  if (heavier.length === 0) return null;
  return Object.fromEntries(heavier.map(({ name, perks }) => [name, perks.lotteryWeight]));
}

/** What stands before the names of those in the room whose tier brings a mark. */
export async function boardBadges(
  tx: Tx,
  room: Pick<Room, 'id' | 'accountId'>,
): Promise<ReadonlyMap<MemberId, string>> {
  const ladder = await readLadder(tx, room.accountId);
  const standings = [...(await listTiersInRoom(tx, room.accountId, room.id))];
  const marks = standings.map(
    ([id, { tier }]) => [id, rungAt(ladder, placeOf(ladder, tier)).perks.boardBadge] as const,
  );
  return new Map(marks.filter(([, mark]) => mark !== ''));
}
