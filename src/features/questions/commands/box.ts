/** The box: the open questions of a room, for everybody in it. After a colon it takes one, as the same word does without a prefix. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { accept, refuse } from '../../../domain/decision.js';
import { runsCourse } from '../../../domain/room.js';
import { foldText } from '../../../domain/understanding/fold.js';
import type { Argument } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { powersOf } from '../../../kit/moderators.js';
import { whichRoom } from '../../../kit/which-room.js';
import { countOpenQuestions, listOpenQuestions } from '../../../storage/questions.js';
import type { Room } from '../../../storage/rooms.js';
import { boxFor, takeQuestion } from '../take-question.js';

const MOST_LISTED = 6;

/** What is asked behind the colon; undefined where the box is wanted. */
const asked: Argument<string | undefined> = {
  label: copy.labels.question,
  async parse({ words, example }) {
    const rest = words.rest();
    if (rest === '') return accept(undefined);
    if (!/^[:\uff1a]/u.test(rest)) return refuse({ code: 'argument.surplus', given: rest, example });
    return accept(rest.slice(1));
  },
};

const args = { asked };
type BoxWork = CommandWork<typeof args, 'anywhere'>;

export const box = defineCommand({
  name: 'questions.box',
  triggers: copy.triggers.box,
  summary: copy.summaries.box,
  example: copy.examples.box,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'own',
  args,

  async run(work) {
    const { chatRoom, message } = work;
    if (chatRoom !== undefined && !copy.isExplicit(foldText(message.text))) return undefined;
    if (work.args.asked !== undefined) return takeQuestion(work, work.args.asked);
    return show(work, await boxMeant(work));
  },
});

/** Staff name the room where they are in none. */
async function boxMeant(work: BoxWork): Promise<Room> {
  const { room, chatRoom } = work;
  if (room !== undefined && runsCourse(room.kind)) return room;
  if (chatRoom?.kind === 'staff') throw await whichRoom(work, { allow: 'teacher', example: copy.orders.box });
  return boxFor(work);
}

async function show({ tx, account, speaker, sentAt, inRoom }: BoxWork, room: Room): Promise<string> {
  const questions = await listOpenQuestions(tx, { accountId: account.id, roomId: room.id }, MOST_LISTED);
  const here = (await countOpenQuestions(tx, account.id)).find(({ roomId }) => roomId === room.id);
  const mayAnswer = (await powersOf(tx, speaker.id, room, sentAt)).includes('answer');
  return copy.box({ topic: room.topic, questions, total: here?.count ?? 0, mayAnswer }, inRoom);
}
