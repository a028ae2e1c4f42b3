/** Withdraws the member's own check-in, until the day is over: with it goes what it had earned. */

import * as copy from '../../../copy/zh-cn/attendance.js';
import { yesterdayWithinReach } from '../../../domain/check-in-day.js';
import type { MembershipKey } from '../../../domain/ids.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { localMomentOf } from '../../../domain/local-time.js';
import { currentStreak } from '../../../domain/streak.js';
import { noteCorrections } from '../../../kit/correct.js';
import { defineIntent } from '../../../kit/feature.js';
import { present } from '../../../kit/refused-error.js';
import { withdrawCheckIn } from '../../../kit/standing.js';
import { findCheckIn } from '../../../storage/check-ins.js';
import type { Tx } from '../../../storage/database.js';

export const withdraw = defineIntent({
  name: 'check-ins.withdraw',
  intent: 'withdraw',
  scope: 'room',
  help: copy.help.withdraw,

  async run(work) {
    const { tx, now, room, speaker, sentAt } = work;
    const key = { roomId: room.id, memberId: speaker.id };
    const moment = localMomentOf(sentAt, room.settings.zone);
    const open = [moment.day, yesterdayWithinReach(moment, room.settings.cutoff)];
    const day = present(await findOwn(tx, key, open), { code: 'withdraw.nothing' });
    const standing = await withdrawCheckIn(tx, key, day, now);
    await noteCorrections(work, room, [{ memberId: speaker.id, day, change: 'removed' }]);
    return copy.withdrawn(speaker.name, day, { today: moment.day, streak: currentStreak(standing, moment.day) });
  },
});

/** What staff recorded, staff take out. */
async function findOwn(
  tx: Tx,
  key: MembershipKey,
  days: ReadonlyArray<LocalDay | undefined>,
): Promise<LocalDay | undefined> {
  for (const day of days) {
    const found = day === undefined ? undefined : await findCheckIn(tx, key, day);
    if (found && found.source !== 'staff') return day;
  }
  return undefined;
}
