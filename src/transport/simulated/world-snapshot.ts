/**
 * The saved form of a simulated WeChat, and the check that a file holds one.
 *
 * Friend requests, invitations and moments are not saved: they are asked for again.
 */

import type { TagSnapshot } from './tag-book.js';
import type { WorldMedia, WorldMessage, WorldPerson, WorldRoom } from './world-state.js';

export interface WorldSnapshot {
  readonly version: 1;
  /** Part of every id, so that a fresh world never reuses an id of an older one. */
  readonly mark: string;
  /** How many ids of people, rooms and requests were given out. */
  readonly issued: number;
  readonly sequence: number;
  /** The last message that the bot's side was told of. */
  readonly heard: number;
  readonly people: readonly WorldPerson[];
  readonly rooms: readonly WorldRoom[];
  readonly messages: readonly WorldMessage[];
  readonly tags: TagSnapshot;
  readonly media: readonly SavedMedia[];
}

export interface SavedMedia extends Omit<WorldMedia, 'bytes'> {
  readonly key: string;
  readonly base64: string;
}

export function mediaOf({ key, name, type, base64 }: SavedMedia): readonly [string, WorldMedia] {
  return [key, { name, type, bytes: Buffer.from(base64, 'base64') }];
}

export function saved([key, { name, type, bytes }]: readonly [string, WorldMedia]): SavedMedia {
  return { key, name, type, base64: Buffer.from(bytes).toString('base64') };
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => Number.isSafeInteger(value);
const isYesOrNo = (value: unknown) => typeof value === 'boolean';
const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = listOf(isText);

const person: Shape = {
  id: isText,
  name: isText,
  isBot: isYesOrNo,
  alias: isText,
  phones: isTextList,
  description: isText,
  corporationRemark: isText,
  signature: isText,
  isFriend: isYesOrNo,
};
const room: Shape = {
  id: isText,
  topic: isText,
  memberIds: isTextList,
  ownerId: isText,
  adminIds: isTextList,
  nicknames: isRecord,
  announcement: isText,
};
const message: Shape = {
  sequence: isNumber,
  id: isText,
  chatId: isText,
  fromId: isText,
  at: isNumber,
  kind: isText,
  text: isText,
  mentionIds: isTextList,
};
const media: Shape = { key: isText, name: isText, type: isText, base64: isText };
const world: Shape = {
  version: (value) => value === 1,
  mark: isText,
  issued: isNumber,
  sequence: isNumber,
  heard: isNumber,
  tags: isRecord,
  people: listOf(shaped(person)),
  rooms: listOf(shaped(room)),
  messages: listOf(shaped(message)),
  media: listOf(shaped(media)),
};

export function isWorldSnapshot(value: unknown): value is WorldSnapshot {
  return shaped(world)(value) && (value as WorldSnapshot).people.some(({ isBot }) => isBot);
}

function listOf(isItem: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(isItem);
}

function shaped(shape: Shape): (value: unknown) => boolean {
  return (value) =>
    isRecord(value) && Object.entries(shape).every(([key, fits]) => fits((value as Record<string, unknown>)[key]));
}
