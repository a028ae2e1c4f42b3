/** Who said it: the member behind the platform id, present in the room, with the role that counts there. */

import type { Member } from '../storage/members.js';
import { findOrAddMember, renameMember } from '../storage/members.js';
import { markPresent } from '../storage/presence.js';
import { readRole } from '../storage/roles.js';
import type { MessageWork } from './message-work.js';
import type { Speaker } from './work.js';

export async function identifySpeaker(work: MessageWork): Promise<Speaker> {
  const { tx, account, chatRoom, message, now } = work;
  const member = await findOrAddMember(tx, account.id, message.sender, now);
  if (chatRoom?.kind) await markPresent(tx, { roomId: chatRoom.id, memberId: member.id }, message.sender.name, now);
  const name = await currentName(work, member);
  return { id: member.id, name, role: await readRole(tx, member.id, chatRoom?.id) };
}

/** The name in a room is that room's; outside of rooms it is the person's own, and kept up to date. */
async function currentName({ tx, chatRoom, message }: MessageWork, member: Member): Promise<string> {
  const { name } = message.sender;
  if (chatRoom === undefined && name !== '' && name !== member.name) await renameMember(tx, member.id, name);
  return name === '' ? member.name : name;
}
