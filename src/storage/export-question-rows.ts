/** What an export shows of questions and tickets, in pages along primary keys. */

import type { QuestionId, TicketId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { inZone } from './export-rows.js';
import { inPages, PAGE } from './pages.js';
import { votesFor } from './questions.js';

export function pageQuestions(tx: Tx) {
  return inPages({ id: 0 as QuestionId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('question')
      .innerJoin('member', 'member.id', 'question.member_id')
      .innerJoin('room', 'room.id', 'question.room_id')
      .leftJoin('member as other', 'other.id', 'question.closed_by')
      .select(['question.id', 'question.number', 'question.room_id as roomId', 'topic', 'room.settings'])
      .select([
        'question.member_id as memberId',
        'member.name',
        'asked_at as askedAt',
        'question.text',
        'question.state',
      ])
      .select(['closed_at as closedAt', 'other.name as by', 'question.answer'])
      .select((eb) => votesFor(eb).as('votes'))
      .where('question.id', '>', id)
      .orderBy('question.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageTickets(tx: Tx) {
  return inPages({ id: 0 as TicketId }, async ({ id }) =>
    tx
      .selectFrom('ticket as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .leftJoin('room', 'room.id', 'one.room_id')
      .leftJoin('member as other', 'other.id', 'one.closed_by')
      .select(['one.id', 'one.room_id as roomId', 'topic', 'one.member_id as memberId', 'member.name', 'one.kind'])
      .select(['opened_at as openedAt', 'one.text', 'in_public as inPublic', 'outcome', 'outcome_text as outcomeText'])
      .select(['closed_at as closedAt', 'other.name as by'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}
