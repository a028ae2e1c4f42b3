/** What answering a message begins with: who said it, on which day. */

import type { Member } from '../storage/members.js';
import { SpeakersChat } from './chat.js';
import { dayFor } from './day-for.js';
import type { AnsweringWork, Export, MessageWork } from './message-work.js';

export function startAnswering(work: MessageWork, speaker: Member): AnsweringWork {
  const { tx, now, account, pacing, profile, catalogue, pictures, options, message, chatRoom } = work;
  const sentAt = Math.min(message.sentAt, now);
  const today = dayFor(chatRoom, sentAt);
  const exports: Export[] = [];
  const chat = new SpeakersChat(work, speaker, exports);
  return {
    tx,
    now,
    account,
    pacing,
    profile,
    catalogue,
    pictures,
    options,
    message,
    chatRoom,
    speaker,
    sentAt,
    today,
    chat,
    exports,
  };
}
