/** Whether somebody is invited and has not come. Whoever has come meanwhile, unnoticed, is taken on. */

import type { Work } from '../../kit/work.js';
import { findStep } from '../../storage/move-steps.js';
import { lockMove, type Move } from '../../storage/moves.js';
import { advance } from './advance.js';

export async function isAwaited(work: Work, { id }: Move): Promise<boolean> {
  await advance(work, id);
  const move = await lockMove(work.tx, id);
  return move?.state === 'running' && (await findStep(work.tx, id, 'arrival'))?.state === 'under-way';
}
