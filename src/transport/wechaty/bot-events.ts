/** Everything that comes in over one login: messages, moves, renames and rosters, in order. */

import type { payloads } from 'wechaty-puppet';
import type { BotView } from './bot-view.js';
import { messageEvent } from './message-events.js';
import type { OrderedEvents } from './ordered-events.js';
import type { PuppetEvents } from './puppet-events.js';
import { joinedEvent, leftEvent, renamedEvent } from './room-events.js';
import type { RosterReader } from './roster-reader.js';

/** Wechaty's numbers for what a `dirty` event is about; other kinds concern nobody here. */
const DIRTY = { contact: 2, room: 3, members: 4 } as const;

export interface BotEventsOptions {
  readonly view: BotView;
  readonly events: PuppetEvents;
  readonly ordered: OrderedEvents;
  readonly rosters: RosterReader;
}

export function listenToBot(options: BotEventsOptions): void {
  const { view, events, ordered, rosters } = options;
  events.on('message', ({ messageId }) => ordered.push(messageEvent(view, messageId)));
  events.on('room-join', (join) => hearJoin(options, join));
  events.on('room-leave', (leave) => hearLeave(options, leave));
  events.on('room-topic', (change) => {
    view.names.learnTopic(change.roomId, change.newTopic);
    ordered.push(Promise.resolve(renamedEvent(view, change)));
  });
  events.on('dirty', (dirty) => freshen(view, rosters, dirty));
}

function hearJoin({ view, ordered, rosters }: BotEventsOptions, join: payloads.EventRoomJoin): void {
  rosters.noteMove(join.roomId);
  ordered.push(joinedEvent(view, join));
  if (!join.inviteeIdList.includes(view.selfId)) return;
  view.leftRooms.delete(join.roomId);
  rosters.readSoon(join.roomId);
}

function hearLeave({ view, ordered, rosters }: BotEventsOptions, leave: payloads.EventRoomLeave): void {
  rosters.noteMove(leave.roomId);
  ordered.push(leftEvent(view, leave));
  if (leave.removeeIdList.includes(view.selfId)) view.leftRooms.add(leave.roomId);
}

function freshen({ names }: BotView, rosters: RosterReader, { payloadType, payloadId }: payloads.EventDirty): void {
  const type: number = payloadType;
  if (type === DIRTY.contact) names.forgetPerson(payloadId);
  if (type === DIRTY.room) names.forgetTopic(payloadId);
  if (type === DIRTY.room || type === DIRTY.members) rosters.readSoon(payloadId);
}
