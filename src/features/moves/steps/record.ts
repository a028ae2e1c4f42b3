/** The record: goes along with whoever really has changed rooms, and stays where it is with everybody else. */

import { listCourseSeats, listPresentSeats } from '../../../storage/course-seats.js';
import { findStep } from '../../../storage/move-steps.js';
import { readRoom } from '../../../storage/rooms.js';
import { carryRecord } from '../carry-record.js';
import { done, skipped, type Step } from '../step.js';

export const record: Step = async (work, move) => {
  const { tx } = work;
  const departed = move.way === 'in' ? undefined : await findStep(tx, move.id, 'departure');
  if (departed?.state === 'skipped') return skipped('stays');
  const [from] = await seatsToLeave();
  const [to] = await listPresentSeats(tx, move, move.way === 'in' ? 'paid' : 'trial');
  if (from === undefined || to === undefined) return skipped('not-needed');
  const room = await readRoom(tx, to.roomId);
  return done(await carryRecord(work, { from, to: { room, memberId: move.memberId }, moveId: move.id }));

  /** The room that the move began in, where it was known. */
  async function seatsToLeave() {
    const seats = await listCourseSeats(tx, move, move.way === 'in' ? 'trial' : 'paid');
    return seats.toSorted((a, b) => Number(b.roomId === move.fromRoomId) - Number(a.roomId === move.fromRoomId));
  }
};
