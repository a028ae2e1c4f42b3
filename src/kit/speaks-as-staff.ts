/** Whether somebody speaks as staff: what members say for the team to hear is then talk, or meant for the members. */

import { mayActAs } from '../domain/role.js';
import { readRole } from '../storage/roles.js';
import type { ChatWork } from './work.js';

/** Teachers and above of the room, and everybody in a staff room. */
export async function speaksAsStaff({ tx, speaker, chatRoom, sentAt }: ChatWork): Promise<boolean> {
  if (chatRoom === undefined) return false;
  return chatRoom.kind === 'staff' || mayActAs(await readRole(tx, speaker.id, chatRoom.id, sentAt), 'teacher');
}
