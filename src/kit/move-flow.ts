/** How a move goes on, waits, and is stopped: its appointments, its to-dos, its errands. The feature of moves takes the steps. */

import type { MemberId, MoveId } from '../domain/ids.js';
import { isOver } from '../domain/move.js';
import { deleteAppointment } from '../storage/appointments.js';
import { cancelErrand } from '../storage/errands.js';
import { deleteStep, listSteps } from '../storage/move-steps.js';
import { markMoveEnded, markMoveResumed, type Move } from '../storage/moves.js';
import { listRegisteredRooms } from '../storage/rooms.js';
import { makeAppointment } from './appointment.js';
import { takeBackPrivately } from './private-message.js';
import { closeTodo } from './todo.js';
import type { Work } from './work.js';

/** Appointments: the next step; that somebody who was invited is reminded; that staff are told that they never came. */
export const MOVE_GOES_ON = 'move';
export const MOVE_REMINDER = 'move-reminder';
export const MOVE_OVERDUE = 'move-overdue';
/** What may wait for a person, each once for a move. */
export const MOVE_TODOS = [
  'move-invite',
  'move-absent',
  'move-return',
  'move-remove',
  'move-trial',
  // The options of a to-do are fixed, so a choice among two rooms is another one than among three.
  'move-choose-2',
  'move-choose-3',
  'move-choose-4',
  'move-choose-5',
] as const;
export type MoveTodo = (typeof MOVE_TODOS)[number];

export interface Stopped {
  /** Something is being done right now that cannot be called back. */
  readonly isInFlight: boolean;
  /** Nothing of it had been done yet. */
  readonly isUntouched: boolean;
}

/** What it waits for is given up. What a person stops has been said rightly; what stops by itself need not be said any more. */
export async function stopMove(work: Work, move: Move, by: MemberId | null = null): Promise<Stopped> {
  const { tx, now } = work;
  const steps = await listSteps(tx, move.id);
  await settleMove(work, move.id);
  let isInFlight = false;
  for (const { state, outboxId } of steps)
    if (state === 'under-way' && outboxId !== null && !(await cancelErrand(tx, outboxId, 'move-stopped')))
      isInFlight = true;
  if (by === null)
    for (const { detail } of steps)
      if (detail.told !== undefined) await takeBackPrivately(work, detail.told, 'move-stopped');
  await markMoveEnded(tx, move.id, { state: 'stopped', at: now, by });
  return { isInFlight, isUntouched: steps.length === 0 };
}

/** It goes on with the step at which it was stopped. */
export async function resumeMove(work: Work, move: Move): Promise<void> {
  const { tx } = work;
  for (const taken of await listSteps(tx, move.id)) if (!isOver(taken)) await deleteStep(tx, move.id, taken.step);
  await markMoveResumed(tx, move.id);
  await goOn(work, move);
}

/** Nothing comes due for it any more, and nobody is asked. */
export async function settleMove(work: Work, id: MoveId): Promise<void> {
  for (const kind of [MOVE_GOES_ON, MOVE_REMINDER, MOVE_OVERDUE]) await deleteAppointment(work.tx, kind, id);
  await closeMoveTodos(work, id);
}

export async function closeMoveTodos(work: Work, id: MoveId): Promise<void> {
  for (const kind of MOVE_TODOS) await closeTodo(work, kind, moveRef(id));
}

export function moveRef(id: MoveId): string {
  return `move:${id}`;
}

/** Its next step is taken at `at`. Without any registered room nothing can be appointed, nor be done. */
export async function goOn(work: Work, { id, courseId }: Pick<Move, 'id' | 'courseId'>, at = work.now): Promise<void> {
  await appointMove(work, { id, courseId }, { kind: MOVE_GOES_ON, at });
}

export async function appointMove(
  work: Work,
  { id, courseId }: Pick<Move, 'id' | 'courseId'>,
  { kind, at }: { readonly kind: string; readonly at: number },
): Promise<void> {
  const rooms = await listRegisteredRooms(work.tx, work.account.id);
  const room = rooms.find((one) => one.courseId === courseId) ?? rooms[0];
  if (room) await makeAppointment(work, room, { kind, subjectId: id, at });
}
