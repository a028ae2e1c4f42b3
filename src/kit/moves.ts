/**
 * The move: what a paid order begins, and what the end of a card begins. Here are its beginnings and its end before the time;
 * the feature of moves takes the steps.
 *
 * A move is a row. What it does next is appointed, so whatever dies, it goes on; and at most one runs for a member and a course.
 */

import type { CourseId, MemberId, OrderId } from '../domain/ids.js';
import { type MoveCause, SECOND_THOUGHTS_MS } from '../domain/move.js';
import { listCourseSeats, listPresentSeats } from '../storage/course-seats.js';
import { lockMembers } from '../storage/identities.js';
import { appendMove, deleteMove, findLastMove, findRunningMove, type Move, type MoveKey } from '../storage/moves.js';
import { goOn, resumeMove, stopMove } from './move-flow.js';
import type { Work } from './work.js';

/** While somebody is being taken out of a room, nobody can tell whether they have to be invited. */
const AFTER_REMOVAL_MS = 2 * 60_000;

export interface MoveBegun {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly orderId: OrderId;
}

/** In the transaction of the paid order. The same order begins nothing twice, nor does one of somebody who is there already. */
export async function beginMove(work: Work, { memberId, courseId, orderId }: MoveBegun): Promise<void> {
  const { tx, now, account } = work;
  const key = { accountId: account.id, memberId, courseId };
  await lockMembers(tx, [memberId]);
  const running = await findRunningMove(tx, key);
  if (running?.way === 'in') return;
  const wasLeaving = running !== undefined && (await giveUp(work, running));
  if (await isBegun(work, key, orderId)) return;
  const [trial] = await listCourseSeats(tx, key, 'trial');
  const draft = { way: 'in', cause: 'paid', orderId, fromRoomId: trial?.roomId ?? null, begunAt: now } as const;
  const id = await appendMove(tx, { ...key, ...draft });
  await goOn(work, { id, courseId }, wasLeaving ? now + AFTER_REMOVAL_MS : now);
}

/** The order had been a mistake: what it began stops where it is, and nobody is brought back by that. */
export async function withdrawMove(work: Work, { memberId, courseId, orderId }: MoveBegun): Promise<void> {
  await lockMembers(work.tx, [memberId]);
  const running = await findRunningMove(work.tx, { accountId: work.account.id, memberId, courseId });
  if (running?.way === 'in' && running.orderId === orderId) await giveUp(work, running);
}

/** Of what was not touched yet nothing remains. Resolves to whether they are being taken out of a room right now. */
async function giveUp(work: Work, move: Move): Promise<boolean> {
  const { isInFlight, isUntouched } = await stopMove(work, move);
  if (isUntouched) await deleteMove(work.tx, move.id);
  return isInFlight;
}

/** The order's own move, stopped by a return that was a mistake, goes on where it was. */
async function isBegun(work: Work, key: MoveKey, orderId: OrderId): Promise<boolean> {
  const last = await findLastMove(work.tx, key);
  if (last?.way !== 'in') return false;
  if (last.orderId !== orderId)
    return last.state === 'done' && (await listPresentSeats(work.tx, key, 'paid')).length > 0;
  if (last.state === 'stopped' && last.endedBy === null) await resumeMove(work, last);
  return true;
}

export interface ReturnBegun {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly cause: Exclude<MoveCause, 'paid'>;
}

/** In the transaction that ends the card. A move that is on its way stops; one that has done nothing yet never was. */
export async function beginReturn(work: Work, { memberId, courseId, cause }: ReturnBegun): Promise<void> {
  const { tx, now, account } = work;
  const key = { accountId: account.id, memberId, courseId };
  await lockMembers(tx, [memberId]);
  const running = await findRunningMove(tx, key);
  if (running?.way === 'back') return;
  if (running && cause === 'undone') await giveUp(work, running);
  else if (running) await stopMove(work, running);
  const begun = await whereToReturnFrom(work, key, cause);
  if (!begun) return;
  const id = await appendMove(tx, { ...key, ...begun, way: 'back', cause, orderId: null, begunAt: now });
  await goOn(work, { id, courseId }, cause === 'expired' ? now : now + SECOND_THOUGHTS_MS);
}

/**
 * Undefined for somebody who is in no paid room and never was on the way to one: there is nothing to take back. An order that
 * was a mistake has brought nobody anywhere unless it began a move.
 */
async function whereToReturnFrom(
  { tx }: Work,
  key: MoveKey,
  cause: MoveCause,
): Promise<Pick<Move, 'fromRoomId'> | undefined> {
  const [paid] = await listPresentSeats(tx, key, 'paid');
  const last = await findLastMove(tx, key);
  if (paid === undefined && last?.way !== 'in') return undefined;
  if (cause === 'undone' && last === undefined) return undefined;
  return { fromRoomId: paid?.roomId ?? last?.toRoomId ?? null };
}
