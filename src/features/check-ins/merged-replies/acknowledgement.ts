/** One message for all check-ins of the last while: everybody is named. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import type { Acknowledged } from '../../../domain/acknowledged.js';
import type { CheckInId, MembershipKey, RoomId } from '../../../domain/ids.js';
import { CHECK_IN_POINTS, milestoneBonus } from '../../../domain/points.js';
import { tallyOf } from '../../../domain/streak.js';
import { ACKNOWLEDGEMENT } from '../../../kit/acknowledge.js';
import { defineMergedReply } from '../../../kit/feature.js';
import type { Tx } from '../../../storage/database.js';
import { readHistory } from '../../../storage/histories.js';
import { type LatestCheckIn, listLatestCheckIns } from '../../../storage/latest-check-ins.js';

export const acknowledgement = defineMergedReply<Acknowledged>({
  kind: ACKNOWLEDGEMENT,
  pace: 'acknowledgement',

  async gather(since, { tx, room }, limit) {
    const latest = await listLatestCheckIns(tx, room.id, since as CheckInId, limit);
    return Promise.all(latest.map(async (one) => ({ id: one.id, item: await itemOf(tx, room.id, one) })));
  },

  compose(items, { room, today }) {
    return copy.acknowledged(eachOnce(items), { roomId: room.id, day: today });
  },
});

/** What was queued as an item may be told by its row as well; the item, which comes later, knows more. */
function eachOnce(items: readonly Acknowledged[]): readonly Acknowledged[] {
  const last = new Map(items.map((item) => [item.id, item]));
  return items.filter((item) => item.id === undefined || last.get(item.id) === item);
}

async function itemOf(tx: Tx, roomId: RoomId, one: LatestCheckIn): Promise<Acknowledged> {
  const { id, memberId, name, day } = one;
  const streak = await streakThen(tx, { roomId, memberId }, one);
  const total = one.standing.total - one.followers;
  const bonus = milestoneBonus(streak);
  const milestone = bonus > 0 ? { milestone: streak } : {};
  const points = CHECK_IN_POINTS + bonus;
  return { id, memberId, name, day, added: true, points, streak, total, mayMove: false, ...milestone };
}

/** Check-ins of the streak that goes on are told by its length; for those before it the history has to be read. */
async function streakThen(tx: Tx, key: MembershipKey, one: LatestCheckIn): Promise<number> {
  const { day, standing, followers } = one;
  const streak = standing.streak - followers;
  if (streak > 0) return streak;
  const { days, rules } = await readHistory(tx, key);
  return tallyOf(
    days.filter((past) => past <= day),
    rules,
  ).streak;
}
