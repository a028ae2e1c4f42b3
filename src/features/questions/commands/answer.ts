/** Answers a question of the box, in its room. For whoever teaches there, and for those to whom that was lent. */

import * as copy from '../../../copy/zh-cn/questions.js';
import type { OutboxId } from '../../../domain/ids.js';
import { LONGEST_ANSWER } from '../../../domain/question.js';
import { sayOrdered } from '../../../kit/announce.js';
import { optional, text } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { mayUse } from '../../../kit/lent-power.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { earliestWaking } from '../../../kit/started-messages.js';
import { queueReply } from '../../../kit/work.js';
import { cancelErrand } from '../../../storage/errands.js';
import { isPresent } from '../../../storage/presence.js';
import { markQuestionClosed, type Question } from '../../../storage/questions.js';
import { openQuestion } from '../open-question.js';
import { questionNumber } from '../question-number.js';

const args = {
  number: questionNumber,
  answer: optional(text(copy.labels.answer, { max: LONGEST_ANSWER }), ''),
};

type AnswerWork = CommandWork<typeof args, 'room'>;

/** What rows do not hold: the words, and where they were said. */
interface Noted {
  readonly said: OutboxId;
  readonly number: number;
}

export const answer = defineCommand({
  name: 'questions.answer',
  triggers: copy.triggers.answer,
  summary: copy.summaries.answer,
  example: copy.examples.answer,
  allow: 'moderator',
  scope: 'room',
  effect: 'undoable',
  args,

  async run(work) {
    const { tx, now, room, speaker, args: given, changes, inRoom } = work;
    if (!(await mayUse(work, room, 'answer'))) return undefined;
    const { number, answer: words } = given;
    const question = await openQuestion(work, room.id, number);
    if (words === '')
      throw new RefusedError({ code: 'question.needs_answer', number, example: inRoom(copy.orders.answer(number)) });
    await changes.watch('question', { id: question.id }, ['state', 'answer', 'closed_at', 'closed_by']);
    await markQuestionClosed(tx, question.id, { state: 'answered', by: speaker.id, at: now, answer: words });
    return sayAnswer(work, question);
  },

  async undo(work, noted) {
    const { said, number } = noted as unknown as Noted;
    if ((await cancelErrand(work.tx, said, 'undone')) || work.room === undefined) return;
    await queueReply(work, { roomId: work.room.id }, copy.reopened(number));
  },
});

/** In the room itself it is the reply; from elsewhere it waits until the room is awake. */
async function sayAnswer(work: AnswerWork, { number, name, memberId, votes, ...asked }: Question) {
  const { tx, now, room, speaker, chatRoom, changes, args: given } = work;
  const present = await isPresent(tx, { roomId: room.id, memberId });
  const body = copy.answered({
    number,
    text: asked.text,
    name,
    present,
    by: speaker.name,
    answer: given.answer,
    votes,
  });
  const here = chatRoom?.id === room.id;
  const notBefore = here ? now : earliestWaking(room.settings, now);
  const said = await sayOrdered(work, room, { kind: 'answer', body, mentions: present ? [memberId] : [], notBefore });
  changes.note({ said, number });
  return here ? undefined : copy.answeredElsewhere(number, room.topic, notBefore > now);
}
