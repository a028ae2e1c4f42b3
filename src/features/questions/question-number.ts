/** The number of a question, with or without what it is called by. */

import * as copy from '../../copy/zh-cn/questions.js';
import { accept, refuse } from '../../domain/decision.js';
import { wordAs } from '../../kit/argument.js';

export const questionNumber = wordAs(copy.labels.number, (given) => {
  const digits = new RegExp(`^[${copy.NUMBER_MARKS}]?(\\d{1,9})$`, 'u').exec(given)?.[1];
  if (digits === undefined) return refuse({ code: 'argument.not_a_number', name: copy.labels.number, given });
  return accept(Number(digits));
});
