/** The puppet's messages: reading what a message carries, sending, forwarding, taking back. */

import { FileBox, type FileBoxInterface } from 'file-box';
import type { payloads, types } from 'wechaty-puppet';
import { pictureType } from '../../domain/picture.js';
import { acceptableText } from './acceptable.js';
import { messagePayload } from './puppet-payloads.js';
import { SimulatedRoomPuppet } from './simulated-room-puppet.js';
import type { Attachment, WorldMessage } from './world-state.js';

export abstract class SimulatedMessagePuppet extends SimulatedRoomPuppet {
  /** The simulated WeChat shows no unread marks, so there is nothing to set: always read. */
  override async conversationReadMark(_conversationId: string, hasRead?: boolean): Promise<boolean | void> {
    if (hasRead === undefined) return true;
  }

  override async messageRawPayload(messageId: string): Promise<WorldMessage> {
    return this.#message(messageId);
  }

  override async messageRawPayloadParser(message: WorldMessage): Promise<payloads.Message> {
    return messagePayload(message, this.world.cast);
  }

  override async messageContact(messageId: string): Promise<string> {
    const attachment = this.#message(messageId).attachment;
    if (attachment?.type !== 'contact') throw new RangeError(`The message ${messageId} holds no contact.`);
    return attachment.personId;
  }

  override async messageFile(messageId: string): Promise<FileBoxInterface> {
    const media = this.world.media.find(this.#message(messageId).id);
    if (!media) throw new RangeError(`The message ${messageId} holds no file, or one no longer kept.`);
    return FileBox.fromBuffer(Buffer.from(media.bytes), media.name);
  }

  /** Every size of a picture is the picture itself. */
  override async messageImage(messageId: string, _size: types.Image): Promise<FileBoxInterface> {
    return this.messageFile(messageId);
  }

  /** A link that a person shared has only a caption: it is the title. */
  override async messageUrl(messageId: string): Promise<payloads.UrlLink> {
    const { attachment, kind, text } = this.#message(messageId);
    if (attachment?.type === 'url') return attachment.payload;
    if (attachment || kind !== 'link') throw new RangeError(`The message ${messageId} holds no link.`);
    return { title: text, url: `https://simulated.invalid/links/${messageId}` };
  }

  override async messageMiniProgram(messageId: string): Promise<payloads.MiniProgram> {
    const attachment = this.#message(messageId).attachment;
    if (attachment?.type !== 'mini-program') throw new RangeError(`The message ${messageId} holds no mini program.`);
    return attachment.payload;
  }

  override async messageLocation(messageId: string): Promise<payloads.Location> {
    const attachment = this.#message(messageId).attachment;
    if (attachment?.type !== 'location') throw new RangeError(`The message ${messageId} holds no location.`);
    return attachment.payload;
  }

  override async messageForward(conversationId: string, messageId: string): Promise<string> {
    const { kind, text, attachment } = this.#message(messageId);
    const said = { kind, text, ...(attachment && { attachment }) };
    return this.world.post(this.currentUserId, this.#chat(conversationId), said, this.world.media.find(messageId)).id;
  }

  override async messageSendText(conversationId: string, text: string, mentionIdList: string[] = []): Promise<string> {
    const said = { kind: 'text', text: acceptableText(text), mentionIds: [...mentionIdList] } as const;
    return this.world.post(this.currentUserId, this.#chat(conversationId), said).id;
  }

  override async messageSendFile(conversationId: string, file: FileBoxInterface): Promise<string> {
    const chatId = this.#chat(conversationId);
    const { name, mediaType } = file;
    const bytes = await file.toBuffer();
    const type = pictureType(bytes);
    const said = type
      ? ({ kind: 'picture', text: '' } as const)
      : ({ kind: 'link', text: name, attachment: { type: 'file', name } } as const);
    return this.world.post(this.currentUserId, chatId, said, { name, type: type ?? mediaType, bytes }).id;
  }

  override async messageSendContact(conversationId: string, contactId: string): Promise<string> {
    const { id, name } = this.world.cast.person(contactId);
    return this.#sendCard(conversationId, name, { type: 'contact', personId: id });
  }

  override async messageSendUrl(conversationId: string, payload: payloads.UrlLink): Promise<string> {
    return this.#sendCard(conversationId, payload.title, { type: 'url', payload });
  }

  override async messageSendMiniProgram(conversationId: string, payload: payloads.MiniProgram): Promise<string> {
    return this.#sendCard(conversationId, payload.title ?? '', { type: 'mini-program', payload });
  }

  override async messageSendLocation(conversationId: string, payload: payloads.Location): Promise<string> {
    return this.#sendCard(conversationId, payload.name, { type: 'location', payload });
  }

  override async messageSendPost(conversationId: string, payload: payloads.Post): Promise<string> {
    return this.#sendCard(conversationId, '', { type: 'post', payload });
  }

  override async messageRecall(messageId: string): Promise<boolean> {
    return this.world.recall(messageId, this.currentUserId);
  }

  #message(messageId: string): WorldMessage {
    const message = this.world.history.find(messageId);
    if (!message) throw new RangeError(`There is no message ${messageId}, or it is no longer kept.`);
    return message;
  }

  /** The page knows no cards: it shows them as links with a caption. */
  #sendCard(conversationId: string, text: string, attachment: Attachment): string {
    return this.world.post(this.currentUserId, this.#chat(conversationId), { kind: 'link', text, attachment }).id;
  }

  #chat(conversationId: string): string {
    const { cast } = this.world;
    if (!cast.hasRoom(conversationId)) return cast.person(conversationId).id;
    if (cast.isMember(conversationId, this.currentUserId)) return conversationId;
    throw new RangeError(`The bot is not in the room ${conversationId}.`);
  }
}
