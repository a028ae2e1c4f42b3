/** How many days of check-in a camp takes: a number, with or without the word for it in front. */

import * as copy from '../../copy/zh-cn/camps.js';
import { LONGEST_CAMP } from '../../domain/camp.js';
import { type Argument, integer } from '../../kit/argument.js';

const plain = integer(copy.labels.required, { min: 1, max: LONGEST_CAMP });

export const required: Argument<number> = {
  label: copy.labels.required,
  async parse(context) {
    const { words } = context;
    if (words.peek()?.startsWith(copy.requiredWord)) {
      const glued = words.next()?.slice(copy.requiredWord.length) ?? '';
      if (glued !== '') words.unread(glued);
    }
    const counted = /^(\d{1,3})\p{L}$/u.exec(words.peek() ?? '')?.[1];
    if (counted !== undefined) {
      words.next();
      words.unread(counted);
    }
    return plain.parse(context);
  },
};
