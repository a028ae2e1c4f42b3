/** One message for all check-ins of the last while: everybody is named. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import type { CheckInId } from '../../../domain/ids.js';
import { CHECK_IN_POINTS, milestoneBonus } from '../../../domain/points.js';
import { defineMergedReply } from '../../../kit/feature.js';
import { type LatestCheckIn, listLatestCheckIns } from '../../../storage/latest-check-ins.js';

export const acknowledgement = defineMergedReply<copy.Acknowledged>({
  kind: 'acknowledgement',
  pace: 'acknowledgement',

  async gather(since, { tx, room }, limit) {
    const latest = await listLatestCheckIns(tx, room.id, since as CheckInId, limit);
    return latest.map((one) => ({ id: one.id, item: itemOf(one) }));
  },

  compose(items, { room, today }) {
    return copy.acknowledged(eachOnce(items), { roomId: room.id, day: today });
  },
});

/** What was queued as an item may be told by its row as well; the item, which comes later, knows more. */
function eachOnce(items: readonly copy.Acknowledged[]): readonly copy.Acknowledged[] {
  const last = new Map(items.map((item) => [item.id, item]));
  return items.filter((item) => item.id === undefined || last.get(item.id) === item);
}

function itemOf({ id, name, day, streak, total }: LatestCheckIn): copy.Acknowledged {
  const bonus = milestoneBonus(streak);
  const milestone = bonus > 0 ? { milestone: streak } : {};
  const points = CHECK_IN_POINTS + bonus;
  return { id, name, day, added: true, points, streak, total, mayMove: false, ...milestone };
}
