/** Ask along: a vote for a question, by its number. The word alone is talk. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { isPresent } from '../../../storage/presence.js';
import { findQuestion } from '../../../storage/questions.js';
import { readRoom } from '../../../storage/rooms.js';
import { castVote } from '../cast-vote.js';
import { questionNumber } from '../question-number.js';

export const vote = defineCommand({
  name: 'questions.vote',
  triggers: copy.triggers.vote,
  summary: copy.summaries.vote,
  example: copy.examples.vote,
  allow: 'member',
  bare: 'numbered',
  scope: 'anywhere',
  effect: 'own',
  args: { number: optional(questionNumber, undefined) },

  async run(work) {
    const { tx, account, speaker, chatRoom, args } = work;
    const { number } = args;
    if (number === undefined) return undefined;
    const question = present(await findQuestion(tx, account.id, number), { code: 'question.unknown', number });
    const { roomId } = question;
    const isHere =
      chatRoom === undefined ? await isPresent(tx, { roomId, memberId: speaker.id }) : chatRoom.id === roomId;
    if (!isHere) throw new RefusedError({ code: 'question.unknown', number });
    return castVote(work, await readRoom(tx, roomId), question);
  },
});
