/** Lines of chain lists of which a person has to say whose they are. Settled ones lose their words. */

import type { QuestionState } from '../domain/chain-list/question.js';
import type { AccountId, ChainQuestionId, MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface ChainQuestion {
  readonly id: ChainQuestionId;
  readonly roomId: RoomId;
  /** The list's. */
  readonly title: string;
  readonly line: string;
  /** Of the check-in that it would be. */
  readonly content: string;
  readonly day: LocalDay;
  readonly at: number;
  readonly expiresAt: number;
  readonly state: QuestionState;
}

const COLUMNS = [
  'chain_question.id',
  'room_id as roomId',
  'title',
  'line',
  'content',
  'day',
  'at',
  'expires_at as expiresAt',
  'state',
] as const;

export async function appendChainQuestion(
  tx: Tx,
  { roomId, title, line, content, day, at, expiresAt }: Omit<ChainQuestion, 'id' | 'state'>,
): Promise<ChainQuestionId> {
  const words = { title: cleanText(title), line: cleanText(line), content: cleanText(content) };
  const { id } = await tx
    .insertInto('chain_question')
    .values({ room_id: roomId, ...words, day, at, expires_at: expiresAt, state: 'open' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findChainQuestion(
  tx: Tx,
  accountId: AccountId,
  id: ChainQuestionId,
): Promise<ChainQuestion | undefined> {
  return tx
    .selectFrom('chain_question')
    .innerJoin('room', 'room.id', 'chain_question.room_id')
    .select(COLUMNS)
    .where('chain_question.id', '=', id)
    .where('room.account_id', '=', accountId)
    .executeTakeFirst();
}

/** Those that may still be answered, the oldest first. */
export async function listOpenChainQuestions(
  tx: Tx,
  roomIds: readonly RoomId[],
  now: number,
): Promise<ChainQuestion[]> {
  if (roomIds.length === 0) return [];
  return tx
    .selectFrom('chain_question')
    .select(COLUMNS)
    .where('state', '=', 'open')
    .where('room_id', 'in', roomIds)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute();
}

export async function markChainQuestion(
  tx: Tx,
  id: ChainQuestionId,
  state: Exclude<QuestionState, 'open'>,
  memberId?: MemberId,
): Promise<void> {
  await tx
    .updateTable('chain_question')
    .set({ state, title: '', line: '', content: '', ...(memberId !== undefined && { member_id: memberId }) })
    .where('id', '=', id)
    .execute();
}

/** Gives up what nobody answered in time. Returns how many there were. */
export async function expireChainQuestions(tx: Tx, now: number): Promise<number> {
  const result = await tx
    .updateTable('chain_question')
    .set({ state: 'expired', title: '', line: '', content: '' })
    .where('state', '=', 'open')
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
