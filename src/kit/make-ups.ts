/** What is known of a member when they want to make up for a day. */

import type { MemberId } from '../domain/ids.js';
import { addDays, type LocalDay } from '../domain/local-day.js';
import { instantOf, localDayOf } from '../domain/local-time.js';
import { type MakeUpLimits, type MakeUpState, monthStart } from '../domain/make-up.js';
import { listBroughtDays } from '../storage/brought-days.js';
import { listCheckInsSince } from '../storage/check-ins.js';
import type { Tx } from '../storage/database.js';
import { listLeaveDays } from '../storage/leave-days.js';
import { listProtectedDays } from '../storage/room-calendar.js';
import { findJoinedAt } from '../storage/room-members.js';
import type { Room } from '../storage/rooms.js';
import { readStanding } from '../storage/standings.js';
import { perksOf } from './tiers.js';

/** What the room lets the member make up for: as often as its setting says, and as their tier adds. None where it lets nobody. */
export async function readMakeUpLimits(tx: Tx, room: Room, memberId: MemberId): Promise<MakeUpLimits> {
  const { makeUpQuota, makeUpDays } = room.settings;
  if (makeUpQuota === 0) return { makeUpQuota, makeUpDays };
  const { makeUps } = await perksOf(tx, memberId, room);
  return { makeUpQuota: makeUpQuota + makeUps, makeUpDays };
}

/** No setting lets a make-up reach back further. */
const FURTHEST_DAYS = 30;

export async function readMakeUpState(
  tx: Tx,
  room: Pick<Room, 'id' | 'settings'>,
  memberId: MemberId,
  today: LocalDay,
): Promise<MakeUpState> {
  const key = { roomId: room.id, memberId };
  // Locked, so that two at once do not both have the last one.
  const { firstDay } = await readStanding(tx, key);
  const month = monthStart(today);
  const monthBegan = instantOf(month, 0, room.settings.zone);
  const from = addDays(month, -FURTHEST_DAYS);
  const checkIns = await listCheckInsSince(tx, key, from);
  const brought = (await listBroughtDays(tx, key)).filter(({ isDone }) => isDone);
  const checkedIn = new Set([...checkIns, ...brought].map(({ day }) => day));
  const excused = [
    ...(await listLeaveDays(tx, key, from, today)),
    ...(await listProtectedDays(tx, room.id, from)).map(({ day }) => day),
  ];
  const joined = localDayOf((await findJoinedAt(tx, key)) ?? 0, room.settings.zone);
  const since = firstDay !== null && firstDay < joined ? firstDay : joined;
  const used = checkIns.filter(({ source, at }) => source === 'make-up' && at >= monthBegan).length;
  return { today, since, used, settled: new Set([...checkedIn, ...excused]), checkedIn };
}
