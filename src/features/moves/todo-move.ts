/** The move that a to-do is about, as it stands; refuses where it is over by now. */

import type { MoveId } from '../../domain/ids.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { TodoWork } from '../../kit/todo.js';
import { readMember } from '../../storage/members.js';
import { listSteps } from '../../storage/move-steps.js';
import { lockMove, type Move } from '../../storage/moves.js';
import type { TodoData } from './step.js';
import { watchMove } from './watch-move.js';

export interface MeantMove {
  readonly move: Move;
  readonly name: string;
  readonly data: TodoData;
}

/** Watched from here on. */
export async function moveOf(work: TodoWork, state: 'running' | 'done' = 'running'): Promise<MeantMove> {
  const { tx, todo, changes } = work;
  const data = JSON.parse(todo.data) as TodoData;
  const move = await lockMove(tx, data.moveId as MoveId);
  const { name } = move ? await readMember(tx, move.memberId) : { name: '' };
  if (move?.state !== state) throw new RefusedError({ code: 'move.not_running', name });
  await watchMove(changes, move.id, await listSteps(tx, move.id));
  return { move, name, data };
}
