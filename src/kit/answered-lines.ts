/** The same line of one sender is answered once a minute: whoever floods the bot does not make it flood the chat. */

import { hashText } from '../storage/echoes.js';
import { markAnswered } from '../storage/inbox.js';
import type { AnsweringWork } from './message-work.js';

const ONCE_WITHIN_MS = 60_000;

/** Notes that the line is answered now. True when it already was, less than a minute ago. */
export async function wasJustAnswered({ tx, now, speaker, chatRoom, message }: AnsweringWork): Promise<boolean> {
  const chat = chatRoom ? String(chatRoom.id) : 'private';
  const line = { memberId: speaker.id, chat, hash: hashText(message.text) };
  return !(await markAnswered(tx, line, now, ONCE_WITHIN_MS));
}
