/** The end of a quiz: the right answer, how many knew it, and their points. */

import { resultHeld } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/quizzes.js';
import type { QuizId } from '../../../domain/ids.js';
import { FASTEST, markQuiz } from '../../../domain/quiz.js';
import { announce, heldUntil, tellStaffRooms } from '../../../kit/announce.js';
import type { AppointmentKeeper } from '../../../kit/appointment.js';
import { earnPoints } from '../../../kit/points.js';
import { type RoomWork, todayIn } from '../../../kit/work.js';
import { listAnswers, type MemberAnswer, type Quiz, readQuiz, saveQuizState } from '../../../storage/quizzes.js';
import { saveRunningQuiz } from '../../../storage/room-marks.js';

export const END_OF_QUIZ = 'quiz-end';

export const endQuiz: AppointmentKeeper = {
  kind: END_OF_QUIZ,
  announces: true,

  async keep(work, subjectId) {
    const { tx, room } = work;
    const quiz = await readQuiz(tx, subjectId as QuizId);
    if (quiz.state !== 'open') return;
    await saveQuizState(tx, quiz.id, 'ended');
    await saveRunningQuiz(tx, room.id, null);
    const { question, points, options, answer } = quiz;
    const { answered, right, chosen } = markQuiz({ answer, options: options.length }, await listAnswers(tx, quiz.id));
    const capped = await payAll(work, quiz, right);
    const fastest = right.slice(0, FASTEST).map(({ name }) => name);
    const until = await heldUntil(work, room);
    if (until !== undefined) await tellStaffRooms(work, resultHeld(room.topic, question, until, room.settings.zone));
    const marked = { answer, answered, right: right.length, points, capped, fastest, chosen };
    await announce(work, room, { body: copy.result(quiz, marked) });
  },
};

/** Under the room's daily cap, on the day on which it ended. Returns how many got less than it was worth. */
async function payAll({ tx, now, room }: RoomWork, quiz: Quiz, right: readonly MemberAnswer[]): Promise<number> {
  if (quiz.points === 0) return 0;
  const day = todayIn(room, quiz.endsAt);
  let capped = 0;
  // In one order everywhere, so that two who hold members never wait for each other.
  for (const { memberId } of right.toSorted((a, b) => a.memberId - b.memberId)) {
    const entry = { reason: 'quiz', ref: `quiz:${quiz.id}`, amount: quiz.points, day } as const;
    const { paid } = await earnPoints(tx, { room, memberId }, entry, now);
    if (paid < quiz.points) capped += 1;
  }
  return capped;
}
