/** What a manager wants of a quiz: the words after the command. */

import * as copy from '../../copy/zh-cn/quizzes.js';
import { accept } from '../../domain/decision.js';
import { type QuizOpening, readQuizOpening } from '../../domain/quiz-opening.js';
import { type Argument, choice, optional } from '../../kit/argument.js';

export type QuizOrder =
  | { readonly action: 'show' | 'cancel' }
  | { readonly action: 'open'; readonly opening: QuizOpening };

const wish = optional(choice(copy.labels.order, copy.actions), undefined);

export const quizOrder: Argument<QuizOrder> = {
  label: copy.labels.order,
  async parse(context) {
    const chosen = await wish.parse(context);
    if (!chosen.ok) return chosen;
    if (chosen.value === undefined) return accept({ action: 'show' });
    if (chosen.value === 'cancel') return accept({ action: chosen.value });
    const opening = readQuizOpening(context.words.rest(), copy.openingWords, context.inRoom(copy.example));
    return opening.ok ? accept({ action: chosen.value, opening: opening.value }) : opening;
  },
};
