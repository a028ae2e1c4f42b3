/** The local day in a room, or in the default zone where no room is concerned. */

import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import type { Room } from '../storage/rooms.js';

export function dayFor(room: Room | undefined, instant: number): LocalDay {
  return localDayOf(instant, room?.settings.zone ?? DEFAULT_SETTINGS.zone);
}
