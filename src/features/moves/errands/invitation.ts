/** What became of an invitation: awaited, or a person's affair. */

import type { ErrandKeeper } from '../../../kit/errand.js';
import { goOn } from '../../../kit/move-flow.js';
import { findStepOfErrand, saveStep } from '../../../storage/move-steps.js';
import { lockMove } from '../../../storage/moves.js';
import { readRoom } from '../../../storage/rooms.js';
import { askPerson, done } from '../step.js';
import { INVITATION } from '../steps/invitation.js';

export const invitationErrand: ErrandKeeper = {
  kind: INVITATION,

  async ended(work, { id, outcome, reason, roomId }) {
    const { tx, now } = work;
    const found = await findStepOfErrand(tx, id);
    const move = found && (await lockMove(tx, found.moveId));
    if (!move || (move.state !== 'running' && outcome !== 'done')) return;
    const room = roomId === null ? undefined : await readRoom(tx, roomId);
    const why = outcome === 'uncertain' ? 'uncertain' : (reason ?? 'failed');
    const change =
      outcome === 'done' ? done() : await askPerson(work, move, { kind: 'move-invite', reason: why, room });
    await saveStep(tx, { moveId: move.id, step: 'invitation', at: now }, change);
    if (move.state === 'running') await goOn(work, move);
  },
};
