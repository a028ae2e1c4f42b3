/**
 * Tells those whose tier brings it what a room is about to hear, in private and some minutes before. It is one of the few private
 * messages that somebody gets, so whoever had one this week hears it with the room.
 */

import { placeOf, rungAt } from '../domain/tier.js';
import type { Room } from '../storage/rooms.js';
import { listTiersInRoom } from '../storage/tiers.js';
import { tellPrivately } from './private-message.js';
import { readLadder } from './tiers.js';
import type { Work } from './work.js';

/** Minutes between what is told in private and what the room hears. */
export const EARLY_MINUTES = 5;
const MINUTE_MS = 60_000;
/** More would not be out in time. */
const MOST_TOLD = 20;

export interface EarlyNotice {
  /** How many will have heard of it. */
  readonly people: number;
  /** When the room is to hear of it. */
  readonly until: number;
}

/** Undefined where nobody is told before the others. */
export async function tellEarly(work: Work, room: Room, body: string): Promise<EarlyNotice | undefined> {
  const { tx, now, account } = work;
  const ladder = await readLadder(tx, account.id);
  const until = now + EARLY_MINUTES * MINUTE_MS;
  let people = 0;
  for (const [memberId, { tier }] of await listTiersInRoom(tx, account.id, room.id)) {
    if (people === MOST_TOLD) break;
    if (!rungAt(ladder, placeOf(ladder, tier)).perks.earlyNotice) continue;
    if (await tellPrivately(work, memberId, { kind: 'early-notice', body, expiresAt: until })) people += 1;
  }
  return people === 0 ? undefined : { people, until };
}
