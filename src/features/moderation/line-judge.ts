/** The rules over lines, with the words of the language: built once, for it takes milliseconds. */

import { moderationWords } from '../../copy/zh-cn/vocabulary/moderation-words.js';
import { createLineJudge } from '../../domain/moderation/judge-line.js';

export const lineJudge = createLineJudge(moderationWords);
