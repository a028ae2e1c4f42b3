/** What became of taking somebody out of a room, which a manager had decided. */

import type { RoomId } from '../../../domain/ids.js';
import type { ErrandKeeper } from '../../../kit/errand.js';
import { goOn } from '../../../kit/move-flow.js';
import type { Work } from '../../../kit/work.js';
import { deleteStep, findStepOfErrand, saveStep } from '../../../storage/move-steps.js';
import { lockMove, type Move } from '../../../storage/moves.js';
import { markLeft } from '../../../storage/presence.js';
import { readRoom } from '../../../storage/rooms.js';
import { askPerson, done } from '../step.js';

export const REMOVAL = 'move-removal';

export const removalErrand: ErrandKeeper = {
  kind: REMOVAL,

  async ended(work, { id, outcome, reason, roomId }) {
    const { tx, now } = work;
    const found = await findStepOfErrand(tx, id);
    const move = found && (await lockMove(tx, found.moveId));
    if (!found || !move || roomId === null || move.state === 'stopped') return;
    if (outcome === 'done') return noteRemoved(work, move, roomId);
    const why = outcome === 'uncertain' ? 'uncertain' : (reason ?? 'failed');
    const change = await askPerson(work, move, { kind: 'move-remove', reason: why, room: await readRoom(tx, roomId) });
    await saveStep(tx, { moveId: move.id, step: found.step, at: now }, change);
  },
};

/** The event that tells of it may come later, or never. Of the paid rooms there may be another one. */
export async function noteRemoved(work: Work, move: Move, roomId: RoomId): Promise<void> {
  const { tx, now } = work;
  await markLeft(tx, { roomId, memberId: move.memberId }, now);
  if (move.state === 'done')
    return saveStep(tx, { moveId: move.id, step: 'trial-room', at: now }, done({ reason: 'left' }));
  await deleteStep(tx, move.id, 'departure');
  await goOn(work, move);
}
