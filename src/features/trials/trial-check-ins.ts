/** How often somebody checked in during a round of their trial, in the room where it runs. */

import { lastTrialDay } from '../../domain/trial.js';
import { listCheckInsSince } from '../../storage/check-ins.js';
import type { Tx } from '../../storage/database.js';
import type { Trial } from '../../storage/trials.js';

export async function countTrialCheckIns(tx: Tx, { roomId, memberId, firstDay, days }: Trial): Promise<number> {
  const last = lastTrialDay(firstDay, days);
  const since = await listCheckInsSince(tx, { roomId, memberId }, firstDay);
  return since.filter(({ day }) => day >= firstDay && day <= last).length;
}
