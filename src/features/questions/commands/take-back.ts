/** Take back: one's own question leaves the box, as long as nobody has answered it. The word alone is talk. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { findQuestion, markQuestionClosed } from '../../../storage/questions.js';
import { questionNumber } from '../question-number.js';

export const takeBack = defineCommand({
  name: 'questions.take-back',
  triggers: copy.triggers.takeBack,
  summary: copy.summaries.takeBack,
  example: copy.examples.takeBack,
  allow: 'member',
  bare: 'numbered',
  scope: 'anywhere',
  effect: 'own',
  args: { number: optional(questionNumber, undefined) },

  async run({ tx, now, account, speaker, args: { number } }) {
    if (number === undefined) return undefined;
    const question = present(await findQuestion(tx, account.id, number), { code: 'question.unknown', number });
    const { id, state, memberId } = question;
    if (memberId !== speaker.id) throw new RefusedError({ code: 'question.not_own', number });
    if (state !== 'open') throw new RefusedError({ code: 'question.closed', number, state });
    await markQuestionClosed(tx, id, { state: 'withdrawn', by: speaker.id, at: now });
    return copy.takenBack(number);
  },
});
