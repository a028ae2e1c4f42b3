/**
 * The chat network as the bot sees it: what happens there, and what can be sent.
 *
 * WeChat itself lives behind `transport`. Ids here are the platform's and may change at a login; ours live in
 * the database.
 */

import type { Picture } from '../domain/picture.js';
import type { Instant } from './clock.js';
import type { GatewayCapabilities } from './gateway-capabilities.js';

export type { GatewayCapabilities } from './gateway-capabilities.js';
export { SendError, type SendTrouble } from './send-error.js';

export interface ChatPerson {
  readonly platformId: string;
  /** The name to show: in a room, the name used there where there is one. Empty when the platform does not tell. */
  readonly name: string;
}

export interface ChatRoom {
  readonly platformId: string;
  readonly topic: string;
}

/** `picture` `voice` `video` `link` can prove a check-in; `sticker` and the rest cannot. */
export type MessageKind = 'text' | 'picture' | 'voice' | 'video' | 'link' | 'file' | 'sticker' | 'other';

/** Everything that can happen in a chat, by name. */
export interface ChatEvents {
  'message.received': {
    readonly type: 'message.received';
    /** The platform's id of the message; the same when it is delivered twice. */
    readonly messageId: string;
    readonly sentAt: Instant;
    /** Absent in a private chat. */
    readonly room?: ChatRoom;
    readonly sender: ChatPerson;
    readonly kind: MessageKind;
    /** As typed, mentions included; for a link its title; empty for a picture. */
    readonly text: string;
    /** Who is mentioned, by id, the bot left out. */
    readonly mentions: readonly ChatPerson[];
    readonly mentionsBot: boolean;
  };
  /** Our own message seen by the platform: the proof that it arrived. */
  'message.echoed': {
    readonly type: 'message.echoed';
    readonly messageId: string;
    readonly sentAt: Instant;
    readonly to: ChatTarget;
    readonly text: string;
  };
  /** What the QR codes of a picture say that was received before; asked for where a feature looks into pictures. */
  'picture.read': InRoom & {
    readonly type: 'picture.read';
    readonly messageId: string;
    readonly sender: ChatPerson;
    readonly codes: readonly string[];
  };
  'room.joined': InRoom & {
    readonly type: 'room.joined';
    readonly people: readonly ChatPerson[];
    /** Who let them in; absent where the platform does not tell. */
    readonly inviter?: ChatPerson;
  };
  'room.left': InRoom & { readonly type: 'room.left'; readonly people: readonly ChatPerson[] };
  'room.renamed': InRoom & { readonly type: 'room.renamed' };
  /** Everybody in the room, the bot left out: compared with what we know, so silent leavers are noticed. */
  'room.roster': InRoom & { readonly type: 'room.roster'; readonly people: readonly ChatPerson[] };
}

interface InRoom {
  readonly room: ChatRoom;
  readonly at: Instant;
}

export type ChatEventType = keyof ChatEvents;
export type ChatEvent = ChatEvents[ChatEventType];
export type ChatMessage = ChatEvents['message.received'];

export type ChatTarget = { readonly roomPlatformId: string } | { readonly personPlatformId: string };

export interface OutgoingMessage {
  readonly to: ChatTarget;
  /** With a picture, what it shows: for those who cannot see it, and no part of what is sent. */
  readonly text: string;
  /** Sent in place of the words. */
  readonly picture?: Picture;
  /** In a room: whom the platform shall notify. The text already holds `@name`. */
  readonly mentions: readonly ChatPerson[];
}

/** What is done without words. A person is one that the bot can see: a contact of its own, or a member of a room. */
export type PlatformErrand =
  | { readonly do: 'invite' | 'remove'; readonly roomPlatformId: string; readonly personPlatformId: string }
  | { readonly do: 'tag' | 'untag'; readonly personPlatformId: string; readonly tag: string };

export type Connection =
  | { readonly state: 'connecting' }
  /** Somebody must scan `qrCode` (its text content) with the phone. */
  | { readonly state: 'scan'; readonly qrCode: string }
  | { readonly state: 'online'; readonly self: ChatPerson }
  /**
   * `reason` is one plain English sentence; `retryAt` when the next attempt starts. `loggedOut`: the platform ended a
   * login in use, be it by phone, by another device or because it minds. Not so a connection that was lost, a puppet or
   * server that restarts, our own stop, or a code to scan after a loss: there nobody can tell that session's end.
   */
  | { readonly state: 'offline'; readonly reason: string; readonly retryAt?: Instant; readonly loggedOut?: true }
  | { readonly state: 'stopped' }
  /** Not begun: another process runs the account, and this one takes over when that ends. */
  | { readonly state: 'standby' };

export interface GatewayListener {
  /** Resolves when the event is stored. Never rejects. */
  onEvent(event: ChatEvent): Promise<void>;
  onConnection(connection: Connection): void;
}

export interface ChatGateway {
  readonly capabilities: GatewayCapabilities;
  /** Starts connecting and returns; connection news arrives at the listener. Never rejects for an unreachable platform. */
  start(listener: GatewayListener): Promise<void>;
  stop(): Promise<void>;
  connection(): Connection;
  /** Asks for a room's member list; it arrives as `room.roster`, soon, if it can be read. */
  requestRoster(roomPlatformId: string): void;
  /** Resolves once the platform took the message. Rejects with a `SendError` and nothing else. */
  send(message: OutgoingMessage): Promise<{ readonly messageId?: string }>;
  /** The bytes of a picture that was received, at most `LARGEST_READ_PICTURE`. Rejects for what is larger, slow, or gone. */
  readPicture(messageId: string): Promise<Uint8Array>;
  /**
   * Resolves once the platform took it: somebody who was invited may still have to say yes. Done before, it changes nothing.
   * Rejects with a `SendError` and nothing else.
   */
  perform(errand: PlatformErrand): Promise<void>;
}
