/** The simulated puppet with a ledger of every attempt to send, and with moods that make sending fail. */

import type { FileBoxInterface } from 'file-box';
import { SimulatedPuppet } from '../../src/transport/simulated/simulated-puppet.js';
import type { SendMood, SendRecord } from './grpc-protocol.js';

export class LedgerPuppet extends SimulatedPuppet {
  readonly sends: SendRecord[] = [];
  #mood: SendMood = 'ok';
  #moodLeft = Infinity;

  setMood(mood: SendMood, count = Infinity): void {
    this.#mood = mood;
    this.#moodLeft = count;
  }

  override async messageSendText(to: string, text: string, mentionIds: string[] = []): Promise<string> {
    return this.#attempt({ to, text, mentionIds }, () => super.messageSendText(to, text, mentionIds));
  }

  /** Its name stands for the words. */
  override async messageSendFile(to: string, file: FileBoxInterface): Promise<string> {
    return this.#attempt({ to, text: file.name, mentionIds: [] }, () => super.messageSendFile(to, file));
  }

  async #attempt(said: Pick<SendRecord, 'to' | 'text' | 'mentionIds'>, send: () => Promise<string>): Promise<string> {
    const mood = this.#nextMood();
    const attempt = { at: this.world.clock.now(), ...said, mood };
    const arrives = mood === 'ok' || mood.startsWith('send-then-');
    const messageId = arrives ? await send() : undefined;
    this.sends.push({ ...attempt, ...(messageId !== undefined && { messageId }) });
    if (mood.endsWith('hang')) return new Promise(() => {});
    if (mood === 'throttle') throw new Error('操作太频繁，请稍后再试');
    if (mood === 'refuse') throw new Error('refused');
    if (messageId === undefined || mood === 'send-then-fail') throw new Error('the answer was lost');
    return messageId;
  }

  #nextMood(): SendMood {
    if (this.#moodLeft <= 0) return 'ok';
    this.#moodLeft -= 1;
    return this.#mood;
  }
}
