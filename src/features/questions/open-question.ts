/** An open question of a room by its number. Those of other rooms are not spoken of. */

import type { RoomId } from '../../domain/ids.js';
import { present, RefusedError } from '../../kit/refused-error.js';
import type { Work } from '../../kit/work.js';
import { findQuestion, type Question } from '../../storage/questions.js';

export async function openQuestion({ tx, account }: Work, roomId: RoomId, number: number): Promise<Question> {
  const question = present(await findQuestion(tx, account.id, number), { code: 'question.unknown', number });
  if (question.roomId !== roomId) throw new RefusedError({ code: 'question.unknown', number });
  if (question.state !== 'open') throw new RefusedError({ code: 'question.closed', number, state: question.state });
  return question;
}
