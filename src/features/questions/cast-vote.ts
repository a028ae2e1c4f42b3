/** Somebody wants to know it as well: once for each member, and not for a question of their own. */

import * as copy from '../../copy/zh-cn/questions.js';
import { decideVote } from '../../domain/question.js';
import { orRefuse, present, RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { appendVote, findQuestion, type Question } from '../../storage/questions.js';
import type { Room } from '../../storage/rooms.js';
import { tellTaken } from './merged-replies/taken-questions.js';

export async function castVote(work: ChatWork, room: Room, question: Question): Promise<string | undefined> {
  const { tx, now, account, speaker, chatRoom } = work;
  const { id, number } = question;
  orRefuse(decideVote(question, speaker.id));
  if (!(await appendVote(tx, id, speaker.id, now))) throw new RefusedError({ code: 'question.voted', number });
  const { votes } = present(await findQuestion(tx, account.id, number), { code: 'question.unknown', number });
  if (chatRoom === undefined) return copy.votedInPrivate(number, votes);
  await tellTaken(work, room, { number, name: speaker.name, votes });
  return undefined;
}
