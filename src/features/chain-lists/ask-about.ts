/** Puts lines that nobody's name stands before to the staff rooms, each once. */

import type { AskedLine } from '../../copy/zh-cn/chain-lists.js';
import { type ChainLine, firstHead } from '../../domain/chain-list/chain-line.js';
import { MOST_QUESTIONS, QUESTION_LIFETIME_MS } from '../../domain/chain-list/question.js';
import { queueItem } from '../../kit/collect-item.js';
import { appendChainQuestion } from '../../storage/chain-questions.js';
import { listRoomsOfKind } from '../../storage/rooms.js';
import type { ListWork } from './list-work.js';
import { QUESTIONS_KIND } from './merged-replies/questions.js';

export async function askAbout(work: ListWork, unclear: readonly ChainLine[]): Promise<void> {
  if (unclear.length === 0 || unclear.length > MOST_QUESTIONS) return;
  const { tx, room, list, day, sentAt, now } = work;
  const staffRooms = await listRoomsOfKind(tx, room.accountId, 'staff');
  const expiresAt = now + QUESTION_LIFETIME_MS;
  for (const line of unclear) {
    const { content } = firstHead(line);
    const { title } = list;
    const asked = { roomId: room.id, title, line: line.text, content, day, at: sentAt, expiresAt };
    const id = await appendChainQuestion(tx, asked);
    const value: AskedLine = { id, topic: room.topic, title, line: line.text };
    const item = { kind: QUESTIONS_KIND, value, notBefore: now, lifetime: QUESTION_LIFETIME_MS, toStaff: true };
    for (const staffRoom of staffRooms) await queueItem(work, staffRoom, item);
  }
}
