/** Which moments an activity may be given: ahead, not too far, and when the bot may speak to a room. */

import { accept, type Decision, refuse } from '../domain/decision.js';
import { localMomentOf } from '../domain/local-time.js';
import { isWaking } from '../domain/room.js';
import type { Room } from '../storage/rooms.js';

const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

export interface WantedMoment {
  readonly at: number;
  readonly now: number;
  readonly room: Room;
  readonly example: string;
}

export function decideMoment({ at, now, room, example }: WantedMoment): Decision<number> {
  if (at <= now) return refuse({ code: 'activity.past', example });
  if (at - now > MOST_DAYS * DAY_MS) return refuse({ code: 'activity.too_far', days: MOST_DAYS });
  if (!isWaking(localMomentOf(at, room.settings.zone).minute)) return refuse({ code: 'activity.quiet_hours' });
  return accept(at);
}
