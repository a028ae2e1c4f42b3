/** Quizzes: puts a question to a room, shows how many have answered, cancels it. */

import * as copy from '../../../copy/zh-cn/quizzes.js';
import { runsCourse } from '../../../domain/room.js';
import type { Argument } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { findLastQuiz } from '../../../storage/quizzes.js';
import { cancelQuiz, undoQuiz } from '../orders/cancel-quiz.js';
import { openQuiz } from '../orders/open-quiz.js';
import { type QuizOrder, quizOrder } from '../quiz-order.js';

export type QuizWork = CommandWork<{ readonly order: Argument<QuizOrder> }, 'room'>;

export const quiz = defineCommand({
  name: 'quizzes.quiz',
  triggers: copy.triggers.quiz,
  summary: copy.summaries.quiz,
  example: copy.example,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { order: quizOrder },

  async run(work) {
    const { order } = work.args;
    if (!runsCourse(work.room.kind)) throw new RefusedError({ code: 'quiz.none' });
    if (order.action === 'open') return openQuiz(work, order.opening);
    return order.action === 'cancel' ? cancelQuiz(work) : showQuiz(work);
  },
  undo: undoQuiz,
});

async function showQuiz({ tx, room, inRoom }: QuizWork): Promise<string> {
  const last = await findLastQuiz(tx, room.id);
  if (last === undefined) return copy.showNone(inRoom);
  return copy.show({ ...last, running: last.state === 'open' }, room.settings.zone, inRoom);
}
