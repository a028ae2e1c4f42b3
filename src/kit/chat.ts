/** The chat in which something was said: answers go where the question came from. */

import { displayName } from '../domain/display-name.js';
import type { Member } from '../storage/members.js';
import type { MessageWork } from './message-work.js';
import { type Chat, queueReply, type Reply } from './work.js';

export class SpeakersChat implements Chat {
  readonly #work: MessageWork;
  readonly #speaker: Member;

  constructor(work: MessageWork, speaker: Member) {
    this.#work = work;
    this.#speaker = speaker;
  }

  async say(reply: Reply): Promise<void> {
    const { chatRoom } = this.#work;
    const { id, name } = this.#speaker;
    const to = chatRoom ? { roomId: chatRoom.id } : { memberId: id };
    if (typeof reply === 'string') await queueReply(this.#work, to, reply);
    else await queueReply(this.#work, to, `@${displayName(name)} ${reply.mention}`, [id]);
  }

  requestRoster(): void {
    const { message, options } = this.#work;
    if (message.room) options.requestRoster(message.room.platformId);
  }

  noteExport(what: 'course' | 'roll', rows: number): void {
    this.#work.options.log.info({ memberId: this.#speaker.id, what, rows }, 'exported');
  }

  onlineSince(): number | undefined {
    return this.#work.options.onlineSince();
  }
}
