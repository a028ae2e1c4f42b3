/** Turns what happens to a room into the port's events. A name that cannot be learnt any more is empty. */

import type { payloads } from 'wechaty-puppet';
import type { ChatEvent } from '../../ports/chat-gateway.js';
import { type BotView, chatRoom, roomPeople } from './bot-view.js';
import { instantOf } from './instant-of.js';

export async function joinedEvent(
  view: BotView,
  { roomId, inviteeIdList, inviterId, timestamp }: payloads.EventRoomJoin,
): Promise<ChatEvent> {
  const at = instantOf(timestamp, view.clock.now());
  const [room, people, inviters] = await Promise.all([
    chatRoom(view, roomId),
    roomPeople(view, roomId, inviteeIdList),
    roomPeople(view, roomId, inviterId ? [inviterId] : []),
  ]);
  const [inviter] = inviters;
  return { type: 'room.joined', room, at, people, ...(inviter && { inviter }) };
}

export async function leftEvent(
  view: BotView,
  { roomId, removeeIdList, timestamp }: payloads.EventRoomLeave,
): Promise<ChatEvent> {
  const at = instantOf(timestamp, view.clock.now());
  const [room, people] = await Promise.all([chatRoom(view, roomId), roomPeople(view, roomId, removeeIdList)]);
  return { type: 'room.left', room, at, people };
}

export function renamedEvent({ clock }: BotView, { roomId, newTopic, timestamp }: payloads.EventRoomTopic): ChatEvent {
  const room = { platformId: roomId, topic: newTopic };
  return { type: 'room.renamed', room, at: instantOf(timestamp, clock.now()) };
}
