/**
 * The question box. A question is known by its number in the account. Its votes are those of others who are in the room now: whoever
 * left does not wait for the answer, and nobody who was folded into another member counts twice.
 */

import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { AccountId, MemberId, QuestionId, RoomId } from '../domain/ids.js';
import type { AskedState } from '../domain/question.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';

export interface Question {
  readonly id: QuestionId;
  readonly number: number;
  readonly roomId: RoomId;
  readonly memberId: MemberId;
  /** In the room. */
  readonly name: string;
  /** Null once it is forgotten. */
  readonly text: string | null;
  readonly askedAt: number;
  readonly state: AskedState;
  readonly votes: number;
}

export interface NewQuestion {
  readonly accountId: AccountId;
  readonly roomId: RoomId;
  readonly memberId: MemberId;
  readonly text: string;
  readonly at: number;
}

/** Resolves to its number. */
export async function appendQuestion(tx: Tx, { accountId, roomId, memberId, text, at }: NewQuestion): Promise<number> {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from question where account_id = ${accountId})`;
  const question = { account_id: accountId, room_id: roomId, member_id: memberId, text: cleanText(text), asked_at: at };
  const row = await tx
    .insertInto('question')
    .values({ ...question, number: next, state: 'open' })
    .returning('number')
    .executeTakeFirstOrThrow();
  return row.number;
}

/** Of one member, in all rooms, whatever became of them. */
export async function countAskedSince(tx: Tx, memberId: MemberId, since: number): Promise<number> {
  const row = await tx
    .selectFrom('question')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

function questionsOf(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('question')
    .innerJoin('member', 'member.id', 'question.member_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.room_id', '=', 'question.room_id')
        .onRef('membership.member_id', '=', 'question.member_id'),
    )
    .select(['question.id', 'question.number', 'question.room_id as roomId', 'question.member_id as memberId'])
    .select(['question.text', 'question.asked_at as askedAt', 'question.state'])
    .select((eb) => eb.fn.coalesce('membership.name', 'member.name').as('name'))
    .select((eb) => votesFor(eb).as('votes'))
    .where('question.account_id', '=', accountId);
}

/** A part of a query: how many others in its room want to know it. */
export function votesFor(eb: ExpressionBuilder<Schema, 'question'>) {
  return eb
    .selectFrom('question_vote')
    .innerJoin('membership as seat', 'seat.member_id', 'question_vote.member_id')
    .select((one) => one.fn.countAll<number>().as('count'))
    .whereRef('question_vote.question_id', '=', 'question.id')
    .whereRef('question_vote.member_id', '<>', 'question.member_id')
    .whereRef('seat.room_id', '=', 'question.room_id')
    .where('seat.left_at', 'is', null);
}

export async function findQuestion(tx: Tx, accountId: AccountId, number: number): Promise<Question | undefined> {
  const row = await questionsOf(tx, accountId).where('question.number', '=', number).executeTakeFirst();
  return row && { ...row, votes: row.votes ?? 0 };
}

/** The most wanted first, then the oldest; of all rooms where none is given. */
export async function listOpenQuestions(
  tx: Tx,
  { accountId, roomId }: { readonly accountId: AccountId; readonly roomId?: RoomId },
  limit: number,
): Promise<readonly Question[]> {
  const open = questionsOf(tx, accountId).where('question.closed_at', 'is', null);
  const wanted = roomId === undefined ? open : open.where('question.room_id', '=', roomId);
  const sorted = wanted.orderBy('votes', 'desc').orderBy('question.asked_at').orderBy('question.number');
  return (await sorted.limit(limit).execute()).map((row) => ({ ...row, votes: row.votes ?? 0 }));
}

/** By room, of those that have some. */
export async function countOpenQuestions(
  tx: Tx,
  accountId: AccountId,
): Promise<ReadonlyArray<{ readonly roomId: RoomId; readonly topic: string; readonly count: number }>> {
  return tx
    .selectFrom('question')
    .innerJoin('room', 'room.id', 'question.room_id')
    .select(['room.id as roomId', 'topic'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('question.account_id', '=', accountId)
    .where('question.closed_at', 'is', null)
    .groupBy(['room.id', 'topic'])
    .orderBy('room.id')
    .execute();
}

/** False where the member had asked along before. */
export async function appendVote(tx: Tx, questionId: QuestionId, memberId: MemberId, at: number): Promise<boolean> {
  const result = await tx
    .insertInto('question_vote')
    .values({ question_id: questionId, member_id: memberId, at })
    .onConflict((conflict) => conflict.columns(['question_id', 'member_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface Closed {
  readonly state: Exclude<AskedState, 'open'>;
  readonly by: MemberId;
  readonly at: number;
  readonly answer?: string;
}

export async function markQuestionClosed(tx: Tx, id: QuestionId, { state, by, at, answer }: Closed): Promise<void> {
  const said = answer === undefined ? null : cleanText(answer);
  await tx
    .updateTable('question')
    .set({ state, closed_by: by, closed_at: at, answer: said })
    .where('id', '=', id)
    .execute();
}

/** What is open is needed, however old it is. */
export function forgetQuestionTexts(before: number, limit: number): RawBuilder<unknown> {
  return sql`update question set text = null, answer = null where id in
    (select id from question where text is not null and closed_at < ${before} limit ${sql.lit(limit)})`;
}
