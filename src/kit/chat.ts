/** The chat in which something was said: answers go where the question came from. */

import { displayName, withoutTurns } from '../domain/display-name.js';
import type { RoomId } from '../domain/ids.js';
import type { Member } from '../storage/members.js';
import type { Export, MessageWork } from './message-work.js';
import { type Chat, queueReply, type Reply } from './work.js';

export class SpeakersChat implements Chat {
  readonly #work: MessageWork;
  #speaker: Member;
  #roomId: RoomId | undefined;
  readonly #exports: Export[];

  constructor(work: MessageWork, speaker: Member, exports: Export[]) {
    this.#exports = exports;
    this.#work = work;
    this.#roomId = work.chatRoom?.id;
    this.#speaker = speaker;
  }

  async say(reply: Reply): Promise<void> {
    const { id, name } = this.#speaker;
    const to = this.#roomId === undefined ? { memberId: id } : { roomId: this.#roomId };
    if (typeof reply === 'string') await queueReply(this.#work, to, withoutTurns(reply));
    else if ('graphic' in reply) await queueReply(this.#work, to, withoutTurns(reply.text), { graphic: reply.graphic });
    else await queueReply(this.#work, to, `@${displayName(name)} ${withoutTurns(reply.mention)}`, { mentions: [id] });
  }

  knowSpeakerAs(member: Member): void {
    this.#speaker = member;
  }

  knowRoomAs(id: RoomId): void {
    this.#roomId = id;
  }

  roomId(): RoomId | undefined {
    return this.#roomId;
  }

  requestRoster(platformId = this.#work.message.room?.platformId): void {
    if (platformId !== undefined) this.#work.options.requestRoster(platformId);
  }

  noteExport(what: Export['what'], rows: number): void {
    this.#exports.push({ what, rows });
    this.#work.options.log.info({ memberId: this.#speaker.id, what, rows }, 'exported');
  }

  onlineSince(): number | undefined {
    return this.#work.options.onlineSince();
  }
}
