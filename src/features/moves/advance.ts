/** Takes a move as far as it goes now: one step after the other, until one of them has to wait. */

import type { MoveId } from '../../domain/ids.js';
import { currentStep, isOver, type MoveStep } from '../../domain/move.js';
import { settleMove } from '../../kit/move-flow.js';
import type { Work } from '../../kit/work.js';
import { listSteps, saveStep } from '../../storage/move-steps.js';
import { lockMove, markMoveEnded, type Move } from '../../storage/moves.js';
import { offerTrialRoom } from './offer-trial-room.js';
import type { Step } from './step.js';
import { arrival } from './steps/arrival.js';
import { departure } from './steps/departure.js';
import { farewell } from './steps/farewell.js';
import { invitation } from './steps/invitation.js';
import { record } from './steps/record.js';
import { tags } from './steps/tags.js';
import { told } from './steps/told.js';
import { welcome } from './steps/welcome.js';

const TAKE: Readonly<Record<Exclude<MoveStep, 'trial-room'>, Step>> = {
  tags,
  invitation,
  arrival,
  welcome,
  farewell,
  record,
  told,
  departure,
};

/** All in the transaction of the caller. One that has ended, or was never begun, stays as it is. */
export async function advance(work: Work, id: MoveId): Promise<void> {
  const { tx, now } = work;
  for (;;) {
    const move = await lockMove(tx, id);
    if (move?.state !== 'running') return;
    const taken = await listSteps(tx, id);
    const step = currentStep(move.way, taken);
    if (step === undefined || step === 'trial-room') return finish(work, move);
    const change = await TAKE[step](
      work,
      move,
      taken.find((one) => one.step === step),
    );
    if (change === undefined) return;
    await saveStep(tx, { moveId: id, step, at: now }, change);
    if (!isOver(change)) return;
  }
}

async function finish(work: Work, move: Move): Promise<void> {
  await settleMove(work, move.id);
  await markMoveEnded(work.tx, move.id, { state: 'done', at: work.now, by: null });
  if (move.way === 'in') await offerTrialRoom(work, move);
}
