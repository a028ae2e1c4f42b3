/** All lines in doubt as one question. */

import * as copy from '../../../copy/zh-cn/chain-lists.js';
import { defineMergedReply } from '../../../kit/feature.js';

export const QUESTIONS_KIND = 'chain-questions';

export const questions = defineMergedReply<copy.AskedLine>({
  kind: QUESTIONS_KIND,
  pace: 'plain',
  compose: (lines) => copy.question(lines),
});
