/** What a moderator needs to have been lent; teachers and above have it of their own. As with all orders, a no is silent in public. */

import type { Power } from '../../domain/power.js';
import { powersOf } from '../../kit/moderators.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import type { Room } from '../../storage/rooms.js';

export async function mayUse(work: ChatWork, room: Room, power: Power): Promise<boolean> {
  const powers = await powersOf(work.tx, work.speaker.id, room, work.sentAt);
  if (powers.includes(power)) return true;
  if (work.chatRoom === undefined) throw new RefusedError({ code: 'command.forbidden', needed: 'teacher' });
  return false;
}
