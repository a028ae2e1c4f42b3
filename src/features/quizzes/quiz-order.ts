/** What a manager wants of a quiz: the words after the command. */

import * as copy from '../../copy/zh-cn/quizzes.js';
import { type QuizOpening, readQuizOpening } from '../../domain/quiz-opening.js';
import { type ActivityOrder, activityOrder } from '../../kit/activity-order.js';

export type QuizOrder = ActivityOrder<QuizOpening>;

export const quizOrder = activityOrder<QuizOpening>({
  label: copy.labels.order,
  actions: copy.actions,
  open: async ({ words, inRoom }) => readQuizOpening(words.rest(), copy.openingWords, inRoom(copy.example)),
});
