/**
 * A WeChat of our own, to try everything without an account: people, rooms and chats that a page can drive.
 *
 * The bot reaches it through a wechaty puppet like any other; this port is the other side, the people's.
 */

import type { Picture } from '../domain/picture.js';
import type { Instant } from './clock.js';

export interface SimulatedPerson {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface SimulatedRoom {
  readonly id: string;
  readonly topic: string;
  readonly memberIds: readonly string[];
}

/** A chat is a room's id, or a person's id: that person's private chat with the bot. */
export interface SimulatedMessage {
  /** Grows by one with every message of the world; resuming readers ask for what came after. */
  readonly sequence: number;
  readonly id: string;
  readonly chatId: string;
  readonly fromId: string;
  readonly at: Instant;
  readonly kind: 'text' | 'picture' | 'voice' | 'video' | 'link' | 'notice' | 'recalled';
  readonly text: string;
  readonly mentionIds: readonly string[];
}

export type SimulatedChange =
  | { readonly type: 'message'; readonly message: SimulatedMessage }
  /** Somebody or some room came, went or was renamed: read people and rooms again. */
  | { readonly type: 'cast' };

/** Calls throw a RangeError with one English sentence when a person, room or text is not acceptable. */
export interface SimulatedWeChat {
  people(): readonly SimulatedPerson[];
  rooms(): readonly SimulatedRoom[];
  /** Oldest first, at most `limit`, the latest ones that came after `sequence`. */
  messagesAfter(sequence: number, limit: number): readonly SimulatedMessage[];
  picture(messageId: string): Picture | undefined;
  subscribe(listener: (change: SimulatedChange) => void): () => void;

  addPerson(name: string): SimulatedPerson;
  renamePerson(personId: string, name: string): void;
  /** The bot is always in. */
  addRoom(topic: string, memberIds: readonly string[]): SimulatedRoom;
  renameRoom(roomId: string, topic: string): void;
  joinRoom(roomId: string, personId: string): void;
  leaveRoom(roomId: string, personId: string): void;

  say(personId: string, chatId: string, text: string, mentionIds?: readonly string[]): SimulatedMessage;
  sendPicture(personId: string, chatId: string, picture: Picture): SimulatedMessage;
  /** A voice message, a video or a shared link, of which only the fact and a caption exist. */
  sendMedia(personId: string, chatId: string, kind: 'voice' | 'video' | 'link', caption: string): SimulatedMessage;
}

/** The wording of the grey lines that WeChat itself writes into a chat. */
export interface SimulatedNotices {
  joined(name: string): string;
  left(name: string): string;
  /** The bot took somebody out. */
  removed(name: string): string;
  renamed(topic: string): string;
  recalled(name: string): string;
}
