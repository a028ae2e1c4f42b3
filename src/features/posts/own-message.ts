/** A message of the outbox that somebody names by its number: only one that is theirs to see exists for them. */

import type { OutboxId } from '../../domain/ids.js';
import { mayActAs } from '../../domain/role.js';
import { present, RefusedError } from '../../kit/refused-error.js';
import type { ChatWork, Work } from '../../kit/work.js';
import { readMember } from '../../storage/members.js';
import type { OutboxMessage } from '../../storage/outbox-message.js';
import { findAccountOutbox } from '../../storage/post-states.js';
import { readRole } from '../../storage/roles.js';
import { readRoom } from '../../storage/rooms.js';

/** Of this account, in a room where the speaker may: anything else does not exist for them. */
export async function readOwnMessage({ tx, account, speaker, sentAt }: ChatWork, id: OutboxId): Promise<OutboxMessage> {
  const message = present(await findAccountOutbox(tx, account.id, id), { code: 'post.unknown', id });
  const role = await readRole(tx, speaker.id, message.roomId ?? undefined, sentAt);
  if (!mayActAs(role, 'manager')) throw new RefusedError({ code: 'post.unknown', id });
  return message;
}

/** The topic of the room, or the name of the person, that it goes to. */
export async function placeOf({ tx }: Work, { roomId, memberId }: OutboxMessage): Promise<string> {
  if (roomId !== null) return (await readRoom(tx, roomId)).topic;
  return memberId === null ? '' : (await readMember(tx, memberId)).name;
}
