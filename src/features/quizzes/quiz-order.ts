/** What a manager wants of a quiz: the words after the command. */

import * as copy from '../../copy/zh-cn/quizzes.js';
import { accept, refuse } from '../../domain/decision.js';
import { type QuizOpening, readQuizOpening } from '../../domain/quiz-opening.js';
import type { Argument } from '../../kit/argument.js';

export type QuizOrder =
  | { readonly action: 'show' | 'cancel' }
  | { readonly action: 'open'; readonly opening: QuizOpening };

export const quizOrder: Argument<QuizOrder> = {
  label: copy.labels.order,
  async parse({ words, inRoom }) {
    const first = words.peek();
    if (first === undefined) return accept({ action: 'show' });
    const action = Object.hasOwn(copy.actions, first) ? copy.actions[first] : undefined;
    if (action === undefined) {
      const choices = Object.keys(copy.actions);
      return refuse({ code: 'argument.not_a_choice', name: copy.labels.order, given: first, choices });
    }
    words.next();
    if (action === 'cancel') return accept({ action });
    const opening = readQuizOpening(words.rest(), copy.openingWords, inRoom(copy.example));
    return opening.ok ? accept({ action, opening: opening.value }) : opening;
  },
};
