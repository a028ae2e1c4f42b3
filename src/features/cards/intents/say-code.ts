/** A code for a card, said in the words of whoever has one; in a room too, where it should not be. */

import { defineIntent } from '../../../kit/feature.js';
import { answerCode } from '../answer-code.js';

export const sayCode = defineIntent({
  name: 'cards.say-code',
  intent: 'activate-code',
  scope: 'anywhere',
  run: (work) => answerCode(work, work.understood.arg),
});
