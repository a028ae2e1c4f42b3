/** Cancels the quiz that runs, and takes an opening or a cancelling back. Points are paid at the end alone. */

import { saidInRoom } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/quizzes.js';
import type { QuizId } from '../../../domain/ids.js';
import { orderedFor, sayInRoom } from '../../../kit/announce.js';
import { makeAppointment } from '../../../kit/appointment.js';
import type { Json } from '../../../kit/changes.js';
import type { UndoWork } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { deleteAppointment } from '../../../storage/appointments.js';
import { deleteQuiz, listAnswers, type Quiz, readQuiz, saveQuizState } from '../../../storage/quizzes.js';
import { saveRunningQuiz } from '../../../storage/room-marks.js';
import { readRoom } from '../../../storage/rooms.js';
import type { QuizWork } from '../commands/quiz.js';
import { END_OF_QUIZ } from '../keepers/end-quiz.js';

export async function cancelQuiz(work: QuizWork): Promise<string | undefined> {
  const { tx, room, changes, confirm } = work;
  if (room.quizId === null) throw new RefusedError({ code: 'quiz.none' });
  const quiz = await readQuiz(tx, room.quizId);
  const names = (await listAnswers(tx, quiz.id)).map(({ name }) => name);
  await confirm({ what: copy.cancelling(quiz.question), people: names.length, names });
  await cancel(work, quiz);
  changes.note({ cancelled: quiz.id });
  return (await sayInRoom(work, room, copy.cancelled(quiz.question))) ? undefined : saidInRoom(room.topic);
}

export async function undoQuiz(work: UndoWork, noted: Json): Promise<void> {
  const { opened, cancelled } = noted as { readonly opened?: QuizId; readonly cancelled?: QuizId };
  const id = opened ?? cancelled;
  if (id === undefined) return;
  const quiz = await readQuiz(work.tx, id);
  if (quiz.state === 'ended') throw new RefusedError({ code: 'quiz.over' });
  if (opened === undefined) return reopen(work, quiz);
  if (quiz.state === 'cancelled') return;
  await cancel(work, quiz);
  if (quiz.answers === 0) await deleteQuiz(work.tx, quiz.id);
  await orderedFor(work, await readRoom(work.tx, quiz.roomId), copy.cancelled(quiz.question));
}

async function cancel({ tx }: Pick<UndoWork, 'tx'>, quiz: Quiz): Promise<void> {
  await saveQuizState(tx, quiz.id, 'cancelled');
  await saveRunningQuiz(tx, quiz.roomId, null);
  await deleteAppointment(tx, END_OF_QUIZ, quiz.id);
}

/** What was answered still counts; the question is put again. */
async function reopen(work: UndoWork, quiz: Quiz): Promise<void> {
  const room = await readRoom(work.tx, quiz.roomId);
  if (room.quizId !== null) throw new RefusedError({ code: 'quiz.running' });
  if (work.now >= quiz.endsAt) throw new RefusedError({ code: 'quiz.over' });
  await saveQuizState(work.tx, quiz.id, 'open');
  await saveRunningQuiz(work.tx, room.id, quiz.id);
  await makeAppointment(work, room, { kind: END_OF_QUIZ, subjectId: quiz.id, at: quiz.endsAt });
  await orderedFor(work, room, copy.opened(quiz, room.settings.zone));
}
