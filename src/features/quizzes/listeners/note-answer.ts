/**
 * A single letter, while a quiz runs in the room: the member's answer, if it is the first. Nothing is answered before the
 * end. Everywhere else a single letter costs one look at the room, which was read anyway.
 */

import { readChoice } from '../../../domain/quiz.js';
import { mayActAs } from '../../../domain/role.js';
import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { findOrAddMember } from '../../../storage/members.js';
import { markPresent } from '../../../storage/presence.js';
import { appendAnswer, type Quiz, readQuiz } from '../../../storage/quizzes.js';
import { readRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';

type AnswerWork = ListenerWork<'message.received'> & { readonly room: Room };

export const noteAnswer = defineListener({
  name: 'quizzes.note-answer',
  on: 'message.received',
  concerns: ({ kind, text }) => kind === 'text' && readChoice(text) !== undefined,

  async run(work) {
    const { tx, room, event } = work;
    const choice = readChoice(event.text);
    const quizId = room?.quizId ?? null;
    if (room === undefined || quizId === null || choice === undefined) return;
    const quiz = await readQuiz(tx, quizId);
    if (choice < quiz.options.length && isInTime(quiz, event.sentAt)) await note({ ...work, room }, quiz, choice);
  },
});

function isInTime({ state, openedAt, endsAt }: Quiz, sentAt: number): boolean {
  return state === 'open' && sentAt >= openedAt && sentAt < endsAt;
}

/** Staff may know the answer. */
async function note(work: AnswerWork, quiz: Quiz, choice: number): Promise<void> {
  const { tx, now, account, room, event } = work;
  const { id: memberId } = await findOrAddMember(tx, account.id, event.sender, now);
  if (mayActAs(await readRole(tx, memberId, room.id, event.sentAt), 'teacher')) return;
  await markPresent(tx, { roomId: room.id, memberId }, event.sender.name, now);
  await appendAnswer(tx, quiz, { memberId, choice }, now);
}
