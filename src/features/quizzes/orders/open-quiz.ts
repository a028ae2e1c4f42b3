/** Puts a question to a room. It is written elsewhere, since the answer stands in the same line. */

import { mayBeHeld, saidInRoom } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/quizzes.js';
import type { QuizOpening } from '../../../domain/quiz-opening.js';
import { decideMoment } from '../../../kit/activity-times.js';
import { tellOpening } from '../../../kit/announce.js';
import { makeAppointment } from '../../../kit/appointment.js';
import { orRefuse, RefusedError } from '../../../kit/refused-error.js';
import { mayOverflow } from '../../../kit/started-budget.js';
import { earliestWaking } from '../../../kit/started-messages.js';
import { appendQuiz } from '../../../storage/quizzes.js';
import { saveRunningQuiz } from '../../../storage/room-marks.js';
import type { QuizWork } from '../commands/quiz.js';
import { END_OF_QUIZ } from '../keepers/end-quiz.js';

const MINUTE_MS = 60_000;

export async function openQuiz(work: QuizWork, { minutes, ...asked }: QuizOpening): Promise<string | undefined> {
  const { tx, now, room, speaker, changes } = work;
  if (work.chatRoom?.id === room.id) throw new RefusedError({ code: 'quiz.in_public', topic: room.topic });
  if (room.quizId !== null) throw new RefusedError({ code: 'quiz.running' });
  if (earliestWaking(room.settings, now) > now) throw new RefusedError({ code: 'activity.quiet_hours' });
  const wanted = { at: now + minutes * MINUTE_MS, now, room, example: work.inRoom(copy.example) };
  const quiz = { ...asked, endsAt: orRefuse(decideMoment(wanted)) };
  const id = await appendQuiz(tx, { ...quiz, roomId: room.id, openedBy: speaker.id, openedAt: now });
  await saveRunningQuiz(tx, room.id, id);
  await makeAppointment(work, room, { kind: END_OF_QUIZ, subjectId: id, at: quiz.endsAt });
  changes.note({ opened: id });
  const warning = (await mayOverflow(work, room, quiz.endsAt)) ? mayBeHeld(room.topic, copy.quoted(quiz)) : undefined;
  const body = copy.opened(quiz, room.settings.zone);
  return tellOpening(work, room, { body, elsewhere: saidInRoom(room.topic), warning });
}
