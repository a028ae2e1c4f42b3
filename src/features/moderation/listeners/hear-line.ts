/** Every line of a room is held against its rules. What somebody said is done with it afterwards as ever: a check-in counts. */

import { runsCourse } from '../../../domain/room.js';
import { defineListener } from '../../../kit/feature.js';
import { findOffence } from '../find-offence.js';
import { giveVerdict } from '../give-verdict.js';
import { knownWordsFor, wordsFor } from '../known-words.js';
import { lineJudge } from '../line-judge.js';

export const hearLine = defineListener({
  name: 'moderation.hear-line',
  on: 'message.received',
  concerns: ({ kind, text }) => (kind === 'text' || kind === 'link') && text !== '',

  async run(work) {
    const { room, event } = work;
    if (room === undefined || !runsCourse(room.kind)) return;
    const words = knownWordsFor(work) ?? (await wordsFor(work));
    const finding = findOffence({ work, room, words }, event);
    if (finding === undefined || lineJudge.isCode(event.text)) return;
    const { sender, messageId, sentAt, text: content } = event;
    await giveVerdict(work, { room, sender, messageId, sentAt, content, finding });
  },
});
