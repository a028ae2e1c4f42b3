/** Activate: a member turns a code into a card, in private. The answer to all that is wrong is the same. */

import * as copy from '../../../copy/zh-cn/card-codes.js';
import { text } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { answerCode } from '../answer-code.js';

const LONGEST = 60;

export const activate = defineCommand({
  name: 'cards.activate',
  triggers: copy.triggers.activate,
  summary: copy.summaries.activate,
  example: copy.examples.activate,
  allow: 'member',
  scope: 'anywhere',
  effect: 'own',
  secret: true,
  args: { code: text(copy.labels.code, { max: LONGEST }) },
  run: (work) => answerCode(work, work.args.code),
});
