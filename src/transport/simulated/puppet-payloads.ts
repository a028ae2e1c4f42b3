/** Turns the world's records into the shapes that wechaty calls payloads. */

import { type payloads, types } from 'wechaty-puppet';
import type { Cast } from './cast.js';
import type { Attachment, WorldFriendship, WorldMessage, WorldPerson, WorldRoom } from './world-state.js';

const KINDS: Readonly<Record<WorldMessage['kind'], types.Message>> = {
  text: types.Message.Text,
  picture: types.Message.Image,
  voice: types.Message.Audio,
  video: types.Message.Video,
  link: types.Message.Url,
  notice: types.Message.Recalled,
  recalled: types.Message.Recalled,
};

const ATTACHMENTS: Readonly<Record<Attachment['type'], types.Message>> = {
  file: types.Message.Attachment,
  contact: types.Message.Contact,
  url: types.Message.Url,
  'mini-program': types.Message.MiniProgram,
  location: types.Message.Location,
  post: types.Message.Post,
  recall: types.Message.Recalled,
};

export function contactPayload(person: WorldPerson): payloads.Contact {
  const { id, name, alias, phones, description, signature, isFriend } = person;
  const unknown = { avatar: '', gender: types.ContactGender.Unknown, type: types.Contact.Individual };
  return { ...unknown, id, name, alias, phone: [...phones], description, signature, friend: isFriend, handle: id };
}

/** Wechaty looks a room up as a contact after every change of its members; without an answer it emits an error. */
export function roomAsContactPayload(room: WorldRoom): payloads.Contact {
  const unknown = { avatar: '', gender: types.ContactGender.Unknown, phone: [] };
  return { ...unknown, id: room.id, name: room.topic, type: types.Contact.Unknown };
}

export function roomPayload(room: WorldRoom): payloads.Room {
  const { id, topic, ownerId, memberIds, adminIds } = room;
  return { id, topic, ownerId, memberIdList: [...memberIds], adminIdList: [...adminIds] };
}

export function roomMemberPayload(room: WorldRoom, person: WorldPerson): payloads.RoomMember {
  const roomAlias = room.nicknames[person.id];
  return { id: person.id, name: person.name, avatar: '', ...(roomAlias !== undefined && { roomAlias }) };
}

export function messagePayload(message: WorldMessage, cast: Cast): payloads.Message {
  const { id, fromId, chatId, at, attachment } = message;
  const type = attachment ? ATTACHMENTS[attachment.type] : KINDS[message.kind];
  const text = attachment?.type === 'recall' ? attachment.messageId : message.text;
  const base = { id, talkerId: fromId, timestamp: at, type, text };
  if (cast.hasRoom(chatId)) return { ...base, roomId: chatId, mentionIdList: [...message.mentionIds] };
  return { ...base, listenerId: cast.person(fromId).isBot ? chatId : cast.bot().id };
}

export function friendshipPayload({ id, personId, hello, at, state }: WorldFriendship): payloads.Friendship {
  const base = { id, contactId: personId, hello, timestamp: at };
  if (state === 'confirmed') return { ...base, type: types.Friendship.Confirm };
  if (state === 'asked') return { ...base, type: types.Friendship.Verify };
  return { ...base, type: types.Friendship.Receive, ticket: id };
}
