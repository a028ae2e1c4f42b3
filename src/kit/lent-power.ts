/** What a moderator needs to have been lent; teachers and above have it of their own. As with all orders, a no is silent in public. */

import type { Power } from '../domain/power.js';
import type { Room } from '../storage/rooms.js';
import { powersOf } from './moderators.js';
import { RefusedError } from './refused-error.js';
import type { ChatWork } from './work.js';

export async function mayUse(work: ChatWork, room: Room, power: Power): Promise<boolean> {
  const powers = await powersOf(work.tx, work.speaker.id, room, work.sentAt);
  if (powers.includes(power)) return true;
  if (work.chatRoom === undefined) throw new RefusedError({ code: 'command.forbidden', needed: 'teacher' });
  return false;
}
