/** Who has moved on need not stay in the trial room. Nobody is taken out of it by itself: a manager is asked. */

import type { Work } from '../../kit/work.js';
import { listPresentSeats } from '../../storage/course-seats.js';
import { saveStep } from '../../storage/move-steps.js';
import type { Move } from '../../storage/moves.js';
import { readRoom } from '../../storage/rooms.js';
import { askPerson } from './step.js';

export async function offerTrialRoom(work: Work, move: Move): Promise<void> {
  const { tx, now } = work;
  const [trial] = await listPresentSeats(tx, move, 'trial');
  const [paid] = await listPresentSeats(tx, move, 'paid');
  if (trial === undefined || paid === undefined) return;
  const room = await readRoom(tx, trial.roomId);
  const change = await askPerson(work, move, { kind: 'move-trial', reason: 'moved-on', room });
  await saveStep(tx, { moveId: move.id, step: 'trial-room', at: now }, { ...change, detail: {} });
}
