/** The farewell in the trial room: one line for all who go on, where the room wants it, and for each of them once. */

import { queueItem } from '../../../kit/collect-item.js';
import { nextWakingTime } from '../../../kit/welcome.js';
import type { Work } from '../../../kit/work.js';
import { listPresentSeats } from '../../../storage/course-seats.js';
import { readMember } from '../../../storage/members.js';
import { listSteps } from '../../../storage/move-steps.js';
import type { Move } from '../../../storage/moves.js';
import { readRoom } from '../../../storage/rooms.js';
import { listMovesOf } from '../../../storage/shown-moves.js';
import { FAREWELL } from '../merged-replies/farewell.js';
import { done, skipped, type Step } from '../step.js';

/** It keeps through the night. */
const LIFETIME_MS = 12 * 60 * 60_000;

export const farewell: Step = async (work, move) => {
  const { tx, now, pacing } = work;
  if ((await listPresentSeats(tx, move, 'paid')).length === 0) return skipped('not-there');
  const [trial] = await listPresentSeats(tx, move, 'trial');
  if (trial === undefined) return skipped('no-trial-room');
  const room = await readRoom(tx, trial.roomId);
  if (room.settings.farewell === 'unsaid') return skipped('off');
  if (await wasSaid(work, move)) return skipped('said-before');
  const { name } = await readMember(tx, move.memberId);
  const notBefore = nextWakingTime(room, now + pacing.welcome);
  await queueItem(work, room, { kind: FAREWELL, value: { name }, notBefore, lifetime: LIFETIME_MS });
  return done();
};

async function wasSaid({ tx }: Work, { id, accountId, memberId, courseId }: Move): Promise<boolean> {
  for (const other of await listMovesOf(tx, accountId, memberId)) {
    if (other.id === id || other.courseId !== courseId) continue;
    if ((await listSteps(tx, other.id)).some(({ step, state }) => step === 'farewell' && state === 'done')) return true;
  }
  return false;
}
