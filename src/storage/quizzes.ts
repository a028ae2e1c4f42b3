/** Quizzes and what was answered: the first answer of each member, in the order in which they were received. */

import type { MemberId, QuizId, RoomId } from '../domain/ids.js';
import type { QuizAnswer, QuizState } from '../domain/quiz.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';

export interface Quiz {
  readonly id: QuizId;
  readonly roomId: RoomId;
  readonly question: string;
  readonly options: readonly string[];
  /** The place of the right one, from 0. */
  readonly answer: number;
  readonly points: number;
  readonly state: QuizState;
  /** How many have answered. */
  readonly answers: number;
  readonly openedBy: MemberId;
  readonly openedAt: number;
  readonly endsAt: number;
}

const COLUMNS = [
  'id',
  'room_id as roomId',
  'question',
  'options',
  'answer',
  'points',
  'state',
  'answers',
  'opened_by as openedBy',
  'opened_at as openedAt',
  'ends_at as endsAt',
] as const;

export async function appendQuiz(tx: Tx, quiz: Omit<Quiz, 'id' | 'state' | 'answers'>): Promise<QuizId> {
  const row = await tx
    .insertInto('quiz')
    .values({
      room_id: quiz.roomId,
      question: cleanText(quiz.question),
      options: JSON.stringify(quiz.options.map(cleanText)),
      answer: quiz.answer,
      points: quiz.points,
      state: 'open',
      opened_by: quiz.openedBy,
      opened_at: quiz.openedAt,
      ends_at: quiz.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Locked until the transaction ends. */
export async function readQuiz(tx: Tx, id: QuizId): Promise<Quiz> {
  const query = tx.selectFrom('quiz').select(COLUMNS).where('id', '=', id);
  return toQuiz(await lockRows(tx, query).executeTakeFirstOrThrow());
}

/** The room's latest that was not cancelled. */
export async function findLastQuiz(tx: Tx, roomId: RoomId): Promise<Quiz | undefined> {
  const row = await tx
    .selectFrom('quiz')
    .select(COLUMNS)
    .where('room_id', '=', roomId)
    .where('state', '<>', 'cancelled')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toQuiz(row);
}

export async function saveQuizState(tx: Tx, id: QuizId, state: QuizState): Promise<void> {
  await tx.updateTable('quiz').set({ state }).where('id', '=', id).execute();
}

/** One that nobody answered. */
export async function deleteQuiz(tx: Tx, id: QuizId): Promise<void> {
  await tx.deleteFrom('quiz').where('id', '=', id).execute();
}

export interface MemberAnswer extends QuizAnswer {
  readonly memberId: MemberId;
}

/** To a quiz whose row is held. Returns false when the member has answered before. */
export async function appendAnswer(
  tx: Tx,
  quiz: Pick<Quiz, 'id' | 'answers'>,
  { memberId, choice }: Pick<MemberAnswer, 'memberId' | 'choice'>,
  now: number,
): Promise<boolean> {
  const before = await tx
    .selectFrom('quiz_answer')
    .select('number')
    .where('quiz_id', '=', quiz.id)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  if (before) return false;
  const number = quiz.answers + 1;
  await tx
    .insertInto('quiz_answer')
    .values({ quiz_id: quiz.id, number, member_id: memberId, choice, at: now })
    .execute();
  await tx.updateTable('quiz').set({ answers: number }).where('id', '=', quiz.id).execute();
  return true;
}

/** In order, with the names used in the room; of those alone who are still there. */
export async function listAnswers(tx: Tx, quizId: QuizId): Promise<Array<MemberAnswer & { readonly name: string }>> {
  return tx
    .selectFrom('quiz_answer')
    .innerJoin('quiz', 'quiz.id', 'quiz_answer.quiz_id')
    .innerJoin('membership', (join) =>
      join.onRef('membership.room_id', '=', 'quiz.room_id').onRef('membership.member_id', '=', 'quiz_answer.member_id'),
    )
    .select(['quiz_answer.number', 'quiz_answer.member_id as memberId', 'choice', 'membership.name'])
    .where('quiz_id', '=', quizId)
    .where('membership.left_at', 'is', null)
    .orderBy('quiz_answer.number')
    .execute();
}

function toQuiz<Row extends { readonly options: string }>(row: Row) {
  return { ...row, options: JSON.parse(row.options) as string[] };
}
