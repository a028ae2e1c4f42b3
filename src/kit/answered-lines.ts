/**
 * The same line of one sender is answered once a minute, and what is said unasked-for to one person a few times a day:
 * whoever floods the bot does not make it flood the chat, and another bot finds nobody to talk to.
 */

import { hashText } from '../storage/echoes.js';
import { markAnswered } from '../storage/inbox.js';
import type { AnsweringWork } from './message-work.js';
import type { ChatWork } from './work.js';

const ONCE_WITHIN_MS = 60_000;
const DAY_MS = 86_400_000;

/** Notes that the line is answered now. True when it already was, less than a minute ago. */
export async function wasJustAnswered({ tx, now, speaker, chatRoom, message }: AnsweringWork): Promise<boolean> {
  const chat = chatRoom ? String(chatRoom.id) : 'private';
  const line = { memberId: speaker.id, chat, hash: hashText(message.text) };
  return !(await markAnswered(tx, line, now, ONCE_WITHIN_MS));
}

/** Takes one of the times, within 24 hours unless told, that something is said to this person. False when all are taken. */
export async function mayStillSay(
  { tx, now, speaker }: ChatWork,
  courtesy: string,
  { most, within = DAY_MS }: { readonly most: number; readonly within?: number },
): Promise<boolean> {
  for (let turn = 1; turn <= most; turn++) {
    const line = { memberId: speaker.id, chat: 'private', hash: `${courtesy} ${turn}` };
    if (await markAnswered(tx, line, now, within)) return true;
  }
  return false;
}
