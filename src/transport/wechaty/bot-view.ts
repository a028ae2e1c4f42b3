/** What the mappers of one connection share: the puppet, the names it told, and who the bot is. */

import type { Puppet } from 'wechaty-puppet';
import type { ChatPerson, ChatRoom } from '../../ports/chat-gateway.js';
import type { Clock } from '../../ports/clock.js';
import type { Names } from './names.js';

export interface BotView {
  readonly puppet: Puppet;
  readonly names: Names;
  readonly clock: Clock;
  readonly selfId: string;
  /** Rooms that the bot was seen to leave, or to be taken out of. */
  readonly leftRooms: Set<string>;
}

export async function chatRoom({ names }: BotView, roomId: string): Promise<ChatRoom> {
  return { platformId: roomId, topic: names.known(roomId)?.topic ?? (await names.topic(roomId)) };
}

async function roomPerson({ names }: BotView, roomId: string, personId: string): Promise<ChatPerson> {
  const name = names.known(roomId)?.names.get(personId) ?? (await names.inRoom(roomId, personId));
  return { platformId: personId, name };
}

export function roomPeople(
  view: BotView,
  roomId: string,
  personIds: readonly string[],
): Promise<readonly ChatPerson[]> {
  return Promise.all(personIds.map((personId) => roomPerson(view, roomId, personId)));
}
