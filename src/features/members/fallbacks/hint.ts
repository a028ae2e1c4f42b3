/** A private line that nobody understood: one hint a day, and after that silence rather than a nagging machine. */

import * as copy from '../../../copy/zh-cn/first-steps.js';
import { mayStillSay } from '../../../kit/answered-lines.js';
import type { Fallback } from '../../../kit/fallback.js';

export const hint: Fallback = {
  name: 'members.hint',

  async run(work) {
    if (work.chatRoom !== undefined || copy.isGreeting(work.said) || copy.isClosing(work.said)) return undefined;
    return (await mayStillSay(work, 'hint', { most: 1 })) ? copy.notUnderstood() : undefined;
  },
};
