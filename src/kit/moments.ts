/** What an argument needs to read moments: the clock and the zone of the room that is concerned. */

import type { MomentContext, MomentWords } from '../domain/moment-words.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import { foldText } from '../domain/understanding/fold.js';
import { readRoom } from '../storage/rooms.js';
import type { ArgumentContext } from './argument.js';

export async function momentsOf(
  { tx, roomId, now, today, parseDay }: ArgumentContext,
  words: MomentWords,
): Promise<MomentContext> {
  const zone = roomId === undefined ? DEFAULT_SETTINGS.zone : (await readRoom(tx, roomId)).settings.zone;
  return { now, zone, today, parseDay, words };
}

/** All words that are left, folded. */
export function tokensOf({ words }: ArgumentContext): readonly string[] {
  return foldText(words.rest())
    .split(/\s+/u)
    .filter((one) => one !== '');
}
