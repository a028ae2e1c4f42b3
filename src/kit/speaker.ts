/** Who said it: the member behind the platform id, noted as present in the room. */

import type { MemberId } from '../domain/ids.js';
import { andThen, type Awaitable } from '../storage/awaitable.js';
import { findMemberId, findOrAddMember, type Member, readMember, renameMember } from '../storage/members.js';
import { markPresent } from '../storage/presence.js';
import { findPresentSpeaker } from '../storage/speakers.js';
import type { MessageWork } from './message-work.js';

export function identifySpeaker(work: MessageWork): Awaitable<Member> {
  const { tx, account, chatRoom, message } = work;
  if (!chatRoom?.kind) return noteSpeaker(work);
  const { platformId, name } = message.sender;
  const present = findPresentSpeaker(tx, { accountId: account.id, platformId, roomId: chatRoom.id, name });
  return andThen(present, (found) => found ?? noteSpeaker(work));
}

async function noteSpeaker(work: MessageWork): Promise<Member> {
  const id = await notePresent(work);
  return { id, name: await currentName(work, id) };
}

async function notePresent({ tx, account, chatRoom, message, now }: MessageWork): Promise<MemberId> {
  const { sender } = message;
  const known = await findMemberId(tx, account.id, sender.platformId);
  const id = known ?? (await findOrAddMember(tx, account.id, sender, now)).id;
  if (chatRoom?.kind) await markPresent(tx, { roomId: chatRoom.id, memberId: id }, sender.name, now);
  return id;
}

/** The name in a room is that room's; outside of rooms it is the person's own, and kept up to date. */
async function currentName({ tx, chatRoom, message }: MessageWork, id: MemberId): Promise<string> {
  const { name } = message.sender;
  if (chatRoom !== undefined && name !== '') return name;
  const own = await readMember(tx, id);
  if (chatRoom === undefined && name !== '' && name !== own.name) await renameMember(tx, id, name);
  return name === '' ? own.name : name;
}
