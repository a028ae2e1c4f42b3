/** The puppet's rooms: members, topic, announcement, invitations. */

import { FileBox, type FileBoxInterface } from 'file-box';
import type { payloads } from 'wechaty-puppet';
import { acceptableName } from './acceptable.js';
import { roomMemberPayload, roomPayload } from './puppet-payloads.js';
import { SimulatedContactPuppet } from './simulated-contact-puppet.js';
import type { WorldInvitation } from './world-state.js';

export abstract class SimulatedRoomPuppet extends SimulatedContactPuppet {
  override async roomList(): Promise<string[]> {
    const mine = this.world.cast.rooms().filter(({ memberIds }) => memberIds.includes(this.currentUserId));
    return mine.map(({ id }) => id);
  }

  override async roomRawPayload(roomId: string): Promise<payloads.Room> {
    return roomPayload(this.world.cast.room(roomId));
  }

  override async roomRawPayloadParser(payload: payloads.Room): Promise<payloads.Room> {
    return payload;
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return [...this.world.cast.room(roomId).memberIds];
  }

  override async roomMemberRawPayload(roomId: string, contactId: string): Promise<payloads.RoomMember> {
    const { cast } = this.world;
    if (!cast.isMember(roomId, contactId)) throw new RangeError(`${contactId} is not in the room ${roomId}.`);
    return roomMemberPayload(cast.room(roomId), cast.person(contactId));
  }

  override async roomMemberRawPayloadParser(payload: payloads.RoomMember): Promise<payloads.RoomMember> {
    return payload;
  }

  override async roomCreate(contactIdList: string[], topic?: string): Promise<string> {
    const { cast, ids, changes } = this.world;
    const me = this.currentUserId;
    const memberIds = [...new Set([me, ...contactIdList.map((id) => cast.person(id).id)])];
    const name =
      topic ??
      memberIds
        .map((id) => cast.person(id).name)
        .join(', ')
        .slice(0, 60);
    const id = ids.next('', '@chatroom');
    cast.putRoom({
      id,
      topic: acceptableName(name),
      memberIds,
      ownerId: me,
      adminIds: [],
      nicknames: {},
      announcement: '',
    });
    changes.tell({ type: 'cast' });
    return id;
  }

  override async roomAdd(roomId: string, contactId: string | string[]): Promise<void> {
    this.world.admit(roomId, [contactId].flat(), this.currentUserId);
  }

  override async roomDel(roomId: string, contactId: string | string[]): Promise<void> {
    this.roomInCharge(roomId);
    this.world.dismiss(roomId, [contactId].flat(), this.currentUserId);
  }

  override async roomQuit(roomId: string): Promise<void> {
    this.world.dismiss(roomId, [this.currentUserId], this.currentUserId);
  }

  override async roomAvatar(roomId: string): Promise<FileBoxInterface> {
    return FileBox.fromQRCode(this.world.cast.room(roomId).id);
  }

  override async roomQRCode(roomId: string): Promise<string> {
    return `https://simulated.invalid/rooms/${this.world.cast.room(roomId).id}`;
  }

  override roomTopic(roomId: string): Promise<string>;
  override roomTopic(roomId: string, topic: string): Promise<void>;
  override async roomTopic(roomId: string, topic?: string): Promise<string | void> {
    if (topic === undefined) return this.world.cast.room(roomId).topic;
    this.world.renameRoom(roomId, acceptableName(topic), this.currentUserId);
  }

  override roomAnnounce(roomId: string): Promise<string>;
  override roomAnnounce(roomId: string, text: string): Promise<void>;
  override async roomAnnounce(roomId: string, text?: string): Promise<string | void> {
    if (text === undefined) return this.world.cast.room(roomId).announcement;
    this.roomInCharge(roomId);
    this.world.cast.changeRoom(roomId, { announcement: text });
    this.world.changes.tell({ type: 'cast' });
  }

  override async roomInvitationAccept(invitationId: string): Promise<void> {
    const { roomId, inviterId } = this.requests.invitation(invitationId);
    this.world.admit(roomId, [this.currentUserId], inviterId);
  }

  override async roomInvitationRawPayload(invitationId: string): Promise<WorldInvitation> {
    return this.requests.invitation(invitationId);
  }

  override async roomInvitationRawPayloadParser(invitation: WorldInvitation): Promise<payloads.RoomInvitation> {
    const { id, roomId, inviterId, at } = invitation;
    const { topic, memberIds } = this.world.cast.room(roomId);
    return {
      id,
      inviterId,
      topic,
      avatar: '',
      invitation: roomId,
      memberCount: memberIds.length,
      memberIdList: [...memberIds],
      timestamp: at,
      receiverId: this.currentUserId,
    };
  }
}
