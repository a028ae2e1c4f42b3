/** Takes a question out of the box that is none; the room is not told. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { defineCommand } from '../../../kit/feature.js';
import { markQuestionClosed } from '../../../storage/questions.js';
import { openQuestion } from '../open-question.js';
import { questionNumber } from '../question-number.js';

export const drop = defineCommand({
  name: 'questions.drop',
  triggers: copy.triggers.drop,
  summary: copy.summaries.drop,
  example: copy.examples.drop,
  allow: 'teacher',
  scope: 'room',
  effect: 'undoable',
  args: { number: questionNumber },

  async run(work) {
    const { tx, now, room, speaker, args, changes } = work;
    const { id, number, name } = await openQuestion(work, room.id, args.number);
    await changes.watch('question', { id }, ['state', 'closed_at', 'closed_by']);
    await markQuestionClosed(tx, id, { state: 'dropped', by: speaker.id, at: now });
    return copy.dropped(number, name);
  },
});
