/** Who is to be told something of their trial today. */

import { addDays } from '../../domain/local-day.js';
import { instantOf } from '../../domain/local-time.js';
import { trialStepFor, type TrialStepName } from '../../domain/trial.js';
import { isCovered } from '../../kit/cards.js';
import type { RoomWork } from '../../kit/work.js';
import { listTrialSeats, type TrialSeat } from '../../storage/trial-seats.js';
import { listStepsIn, type TrialStep } from '../../storage/trial-steps.js';

export interface DueStep {
  readonly seat: TrialSeat;
  readonly step: TrialStepName;
}

/** Of those who are in the room and no staff. */
export async function listDueSteps(work: RoomWork): Promise<DueStep[]> {
  const { tx, room } = work;
  const steps = await listStepsIn(tx, room.id);
  const due: DueStep[] = [];
  for (const seat of await listTrialSeats(tx, room, ['running'])) {
    if (seat.leftAt !== null || seat.isStaff) continue;
    const step = await stepFor(work, seat, steps);
    if (step !== undefined) due.push({ seat, step });
  }
  return due;
}

async function stepFor(
  { tx, room, today, now }: RoomWork,
  seat: TrialSeat,
  steps: readonly TrialStep[],
): Promise<TrialStepName | undefined> {
  const hasPaid = seat.hasCard && (await isCovered(tx, seat.memberId, seat.courseId, today));
  const said = steps.filter(({ trialId, round }) => trialId === seat.id && round === seat.round);
  const since = Math.max(seat.roundAt, beforeFirstDay(room, seat));
  const member = { firstDay: seat.firstDay, days: seat.days, since, hasPaid, checkedIn: seat.total > 0 };
  return trialStepFor({ ...member, said: said.map(({ step }) => step) }, today, now);
}

/** For those who came long before the course began. */
function beforeFirstDay({ settings: { taskTime, zone } }: RoomWork['room'], { firstDay }: TrialSeat): number {
  return instantOf(addDays(firstDay, -1), taskTime, zone);
}
