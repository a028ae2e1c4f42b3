/** Recognising people and rooms is for those who have a say in all of them, and nothing that members read along. */

import { mayActAs, type Role } from '../../domain/role.js';
import { isPublic } from '../../kit/public-place.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { readRole } from '../../storage/roles.js';

/** The role that the speaker has in all rooms. Refuses those below a manager. */
export async function readOverallRole({ tx, speaker, sentAt }: ChatWork): Promise<Role> {
  const role = await readRole(tx, speaker.id, undefined, sentAt);
  if (!mayActAs(role, 'manager')) throw new RefusedError({ code: 'command.forbidden', needed: 'manager' });
  return role;
}

export function refuseInPublic({ chatRoom }: ChatWork): void {
  if (isPublic(chatRoom)) throw new RefusedError({ code: 'identity.not_in_public' });
}
