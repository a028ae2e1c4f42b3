/** Every line of a room is held against its rules. What somebody said is done with it afterwards as ever: a check-in counts. */

import { runsCourse } from '../../../domain/room.js';
import { defineListener } from '../../../kit/feature.js';
import { andThen } from '../../../storage/awaitable.js';
import { findOffence } from '../find-offence.js';
import { giveVerdict } from '../give-verdict.js';
import { wordsFor } from '../known-words.js';
import { lineJudge } from '../line-judge.js';

export const hearLine = defineListener({
  name: 'moderation.hear-line',
  on: 'message.received',
  concerns: ({ kind, text }) => (kind === 'text' || kind === 'link') && text !== '',

  run(work) {
    const { room, event } = work;
    if (room === undefined || !runsCourse(room.kind)) return undefined;
    return andThen(wordsFor(work), (words) => {
      const finding = findOffence({ work, room, words }, event);
      if (finding === undefined || lineJudge.isCode(event.text)) return undefined;
      const { sender, messageId, sentAt, text: content } = event;
      return giveVerdict(work, { room, sender, messageId, sentAt, content, finding });
    });
  },
});
