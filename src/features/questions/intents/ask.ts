/** A question for the box. What staff ask in a room is for its members to answer, unless they turn to the bot. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { defineIntent } from '../../../kit/feature.js';
import { speaksAsStaff } from '../../../kit/speaks-as-staff.js';
import { takeQuestion } from '../take-question.js';

export const ask = defineIntent({
  name: 'questions.ask',
  intent: 'ask',
  scope: 'anywhere',
  help: copy.help,

  async run(work) {
    const { understood, addressed } = work;
    if (!addressed && (understood.content === '' || (await speaksAsStaff(work)))) return undefined;
    return takeQuestion(work, understood.content);
  },
});
