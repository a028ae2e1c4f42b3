/** The puppet's contacts: oneself, others, remarks, tags and friend requests. */

import { FileBox, type FileBoxInterface } from 'file-box';
import type { payloads } from 'wechaty-puppet';
import { acceptableName } from './acceptable.js';
import { contactPayload, friendshipPayload, roomAsContactPayload } from './puppet-payloads.js';
import { SimulatedPuppetBase } from './simulated-puppet-base.js';
import type { WorldFriendship } from './world-state.js';

type FriendshipOptions = string | { readonly hello?: string };

export abstract class SimulatedContactPuppet extends SimulatedPuppetBase {
  override async contactSelfQRCode(): Promise<string> {
    return `https://simulated.invalid/people/${this.currentUserId}`;
  }

  override async contactSelfName(name: string): Promise<void> {
    this.world.changePerson(this.currentUserId, { name: acceptableName(name) });
  }

  override async contactSelfSignature(signature: string): Promise<void> {
    this.world.changePerson(this.currentUserId, { signature });
  }

  override contactAlias(contactId: string): Promise<string>;
  override contactAlias(contactId: string, alias: string | null): Promise<void>;
  override async contactAlias(contactId: string, alias?: string | null): Promise<string | void> {
    if (alias === undefined) return this.world.cast.person(contactId).alias;
    this.world.changePerson(contactId, { alias: alias ?? '' });
  }

  override contactAvatar(contactId: string): Promise<FileBoxInterface>;
  override contactAvatar(contactId: string, file: FileBoxInterface): Promise<void>;
  override async contactAvatar(contactId: string, file?: FileBoxInterface): Promise<FileBoxInterface | void> {
    const { cast, media } = this.world;
    const key = `avatar/${cast.person(contactId).id}`;
    if (file) return media.put(key, { name: file.name, type: file.mediaType, bytes: await file.toBuffer() });
    const avatar = media.find(key);
    return avatar ? FileBox.fromBuffer(Buffer.from(avatar.bytes), avatar.name) : FileBox.fromQRCode(contactId);
  }

  override async contactPhone(contactId: string, phoneList: string[]): Promise<void> {
    this.world.changePerson(contactId, { phones: [...phoneList] });
  }

  override async contactCorporationRemark(contactId: string, corporationRemark: string | null): Promise<void> {
    this.world.changePerson(contactId, { corporationRemark: corporationRemark ?? '' });
  }

  override async contactDescription(contactId: string, description: string | null): Promise<void> {
    this.world.changePerson(contactId, { description: description ?? '' });
  }

  override async contactList(): Promise<string[]> {
    const friends = this.world.cast.people().filter(({ isFriend }) => isFriend);
    return friends.map(({ id }) => id);
  }

  override async contactRawPayload(contactId: string): Promise<payloads.Contact> {
    const { cast } = this.world;
    return cast.hasRoom(contactId)
      ? roomAsContactPayload(cast.room(contactId))
      : contactPayload(cast.person(contactId));
  }

  override async contactRawPayloadParser(payload: payloads.Contact): Promise<payloads.Contact> {
    return payload;
  }

  override async tagContactAdd(tagId: string, contactId: string): Promise<void> {
    this.world.tags.add(acceptableName(tagId), this.world.cast.person(contactId).id);
  }

  override async tagContactRemove(tagId: string, contactId: string): Promise<void> {
    this.world.tags.remove(tagId, contactId);
  }

  override async tagContactDelete(tagId: string): Promise<void> {
    this.world.tags.drop(tagId);
  }

  override tagContactList(contactId: string): Promise<string[]>;
  override tagContactList(): Promise<string[]>;
  override async tagContactList(contactId?: string): Promise<string[]> {
    const { tags } = this.world;
    return [...(contactId === undefined ? tags.all() : tags.of(contactId))];
  }

  override async friendshipAdd(contactId: string, option?: FriendshipOptions): Promise<void> {
    const hello = typeof option === 'string' ? option : option?.hello;
    this.requests.askPerson(contactId, hello ?? '');
  }

  override async friendshipAccept(friendshipId: string): Promise<void> {
    this.requests.accept(friendshipId);
  }

  override async friendshipSearchPhone(phone: string): Promise<string | null> {
    return this.world.cast.people().find(({ phones }) => phones.includes(phone))?.id ?? null;
  }

  /** The simulated WeChat has no handles of its own: a person's id is the handle. */
  override async friendshipSearchHandle(handle: string): Promise<string | null> {
    return this.world.cast.people().find(({ id }) => id === handle)?.id ?? null;
  }

  override async friendshipRawPayload(friendshipId: string): Promise<WorldFriendship> {
    return this.requests.friendship(friendshipId);
  }

  override async friendshipRawPayloadParser(friendship: WorldFriendship): Promise<payloads.Friendship> {
    return friendshipPayload(friendship);
  }
}
