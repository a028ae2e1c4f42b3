/** Puts a check-in of the small hours to the day before, on the member's own word. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import { yesterdayWithinReach } from '../../../domain/check-in-day.js';
import { localMomentOf } from '../../../domain/local-time.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { moveCheckIn } from '../../../kit/standing.js';
import { isBrought } from '../../../storage/brought-days.js';
import { findCheckIn } from '../../../storage/check-ins.js';

export const countForYesterday = defineCommand({
  name: 'check-ins.count-for-yesterday',
  triggers: copy.triggers.countForYesterday,
  summary: copy.summaries.countForYesterday,
  example: copy.examples.countForYesterday,
  allow: 'member',
  bare: true,
  scope: 'room',
  effect: 'own',
  args: {},

  async run({ tx, now, room, speaker, sentAt, today }) {
    const key = { roomId: room.id, memberId: speaker.id };
    const from = present(await findCheckIn(tx, key, today), { code: 'check_in.nothing_to_move' });
    // The check-in's own time decides, so the word may come a little after the cutoff.
    const to = yesterdayWithinReach(localMomentOf(from.at, room.settings.zone), room.settings.cutoff);
    const yesterday = present(to, { code: 'check_in.nothing_to_move' });
    if ((await findCheckIn(tx, key, yesterday)) || (await isBrought(tx, key, yesterday)))
      throw new RefusedError({ code: 'check_in.yesterday_taken' });
    const standing = await moveCheckIn(tx, key, { from, to: yesterday, now: Math.max(now, sentAt) });
    return copy.countedForYesterday(speaker.name, yesterday, standing.streak);
  },
});
