/** Turns a message of the platform into the port's event. Pictures and voices are not downloaded: their kind is enough. */

import type { payloads } from 'wechaty-puppet';
import type { ChatEvent, ChatEvents, ChatTarget, MessageKind } from '../../ports/chat-gateway.js';
import { type BotView, roomPeople } from './bot-view.js';
import { instantOf } from './instant-of.js';
import { mayMention, mentionedIn } from './mentioned-in.js';
import { kindOf } from './message-kind.js';
import { messageText, plainText } from './message-text.js';
import { readMessage } from './read-message.js';

type Received = ChatEvents['message.received'];
type Payload = payloads.Message;

/** WeChat's own accounts, which nobody wants an answer for: the team, service notices, the file helper, subscriptions. */
const SYSTEM_ACCOUNTS = /^(?:weixin|filehelper|fmessage|medianote|floatbottle|newsapp|notifymessage|gh_\w+)$/;

/** Absent for what is not a message of a person, and for types that nobody knows. */
export async function messageEvent(view: BotView, messageId: string): Promise<ChatEvent | undefined> {
  const payload = await readMessage(view, messageId);
  const kind = kindOf(payload);
  if (kind === undefined || !isFromPerson(payload)) return undefined;
  if (payload.talkerId === view.selfId) return echoed(view, payload, kind);
  if (!payload.roomId) return receivedInPrivate(view, payload, kind);
  return knownInRoom(view, payload, kind) ?? receivedInRoom(view, payload, kind);
}

function isFromPerson({ talkerId, roomId }: Payload): boolean {
  return Boolean(talkerId) && talkerId !== roomId && !SYSTEM_ACCOUNTS.test(talkerId);
}

async function echoed(view: BotView, payload: Payload, kind: MessageKind): Promise<ChatEvent | undefined> {
  const to = targetOf(payload);
  if (!to) return undefined;
  const sentAt = instantOf(payload.timestamp, view.clock.now());
  return { type: 'message.echoed', messageId: payload.id, sentAt, to, text: await messageText(view, payload, kind) };
}

function targetOf({ roomId, listenerId }: Payload): ChatTarget | undefined {
  if (roomId) return { roomPlatformId: roomId };
  return listenerId ? { personPlatformId: listenerId } : undefined;
}

/** Words of somebody known in a room that is known: in the rush this is every message, and nothing has to be waited for. */
function knownInRoom(view: BotView, payload: Payload, kind: MessageKind): Received | undefined {
  const { roomId = '', talkerId } = payload;
  const known = view.names.known(roomId);
  const name = known?.names.get(talkerId);
  const text = plainText(payload, kind);
  if (known?.topic === undefined || name === undefined || text === undefined || mayMention(payload, text))
    return undefined;
  return inRoom(view, payload, { kind, topic: known.topic, name, text }, NOBODY);
}

async function receivedInRoom(view: BotView, payload: Payload, kind: MessageKind): Promise<Received> {
  const { roomId = '', talkerId } = payload;
  const topic = await view.names.topic(roomId);
  const name = await view.names.inRoom(roomId, talkerId);
  const text = await messageText(view, payload, kind);
  const whom = mayMention(payload, text) ? await mentioned(view, payload, text) : NOBODY;
  return inRoom(view, payload, { kind, topic, name, text }, whom);
}

interface Said {
  readonly kind: MessageKind;
  readonly topic: string;
  readonly name: string;
  readonly text: string;
}

function inRoom(view: BotView, payload: Payload, { kind, topic, name, text }: Said, whom: Mentioned): Received {
  const { id: messageId, roomId = '', talkerId, timestamp } = payload;
  const { mentions, mentionsBot } = whom;
  const sentAt = instantOf(timestamp, view.clock.now());
  const sender = { platformId: talkerId, name };
  const room = { platformId: roomId, topic };
  return { type: 'message.received', messageId, sentAt, kind, sender, text, room, mentions, mentionsBot };
}

type Mentioned = Pick<Received, 'mentions' | 'mentionsBot'>;

const NOBODY: Mentioned = { mentions: [], mentionsBot: false };

async function mentioned(view: BotView, payload: Payload, text: string): Promise<Mentioned> {
  const ids = await mentionedIn(view, payload, text);
  const others = ids.filter((id) => id !== view.selfId);
  return { mentions: await roomPeople(view, payload.roomId ?? '', others), mentionsBot: ids.includes(view.selfId) };
}

async function receivedInPrivate(view: BotView, payload: Payload, kind: MessageKind): Promise<Received> {
  const name = await view.names.ofPerson(payload.talkerId);
  const sender = { platformId: payload.talkerId, name };
  const text = await messageText(view, payload, kind);
  const sentAt = instantOf(payload.timestamp, view.clock.now());
  const { id: messageId } = payload;
  return { type: 'message.received', messageId, sentAt, kind, sender, text, mentions: [], mentionsBot: false };
}
