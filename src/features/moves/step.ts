/** What one step of a move is: it looks at how things are, does what is to be done, and says what became of it. */

import type { StepDetail } from '../../domain/move.js';
import type { MoveTodo } from '../../kit/move-flow.js';
import { moveRef } from '../../kit/move-flow.js';
import { openTodo } from '../../kit/todo.js';
import type { Work } from '../../kit/work.js';
import { readCourseName } from '../../storage/courses.js';
import type { StepChange, StepRow } from '../../storage/move-steps.js';
import type { Move } from '../../storage/moves.js';
import type { Room } from '../../storage/rooms.js';

/**
 * `taken`: as it was left, where it was begun before. Resolves to undefined while there is nothing new; run again, it
 * does nothing twice.
 */
export type Step = (work: Work, move: Move, taken: StepRow | undefined) => Promise<StepChange | undefined>;

export function done(detail?: StepDetail): StepChange {
  return { state: 'done', ...(detail && { detail }) };
}

export function skipped(reason: string): StepChange {
  return { state: 'skipped', detail: { reason } };
}

/** What a to-do about a move holds. */
export interface TodoData {
  readonly moveId: number;
  readonly course: string;
  readonly reason: string;
  /** To choose among. */
  readonly rooms?: readonly { readonly id: number; readonly topic: string }[];
}

interface Asked {
  readonly kind: MoveTodo;
  readonly reason: string;
  readonly room: Room | undefined;
  readonly rooms?: readonly Room[];
}

/** A person has to decide: staff are told once. */
export async function askPerson(work: Work, move: Move, { kind, reason, room, rooms }: Asked): Promise<StepChange> {
  const course = await readCourseName(work.tx, move.courseId);
  const choice = rooms?.map(({ id, topic }) => ({ id, topic }));
  const data = { moveId: move.id, course, reason, ...(choice && { rooms: choice }) };
  await openTodo(work, { kind, ref: moveRef(move.id), room, memberId: move.memberId, data });
  return { state: 'waiting', detail: { reason } };
}
