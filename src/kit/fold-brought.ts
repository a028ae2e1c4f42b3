/** Days that a member brought along count for the streak, so whoever they go over to is counted anew. */

import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { FollowedRows } from '../storage/person-rows.js';
import { recount } from './recount.js';
import type { Work } from './work.js';

export async function recountBrought(
  { tx, now }: Work,
  rows: readonly FollowedRows[],
  faces: readonly MemberId[],
): Promise<void> {
  const firsts = new Map<number, number>();
  for (const key of rows.filter(({ table }) => table === 'brought_day').flatMap(({ keys }) => keys)) {
    const [roomId, day] = [key].flat().map(Number);
    if (roomId !== undefined && day !== undefined) firsts.set(roomId, Math.min(firsts.get(roomId) ?? day, day));
  }
  for (const [roomId, day] of firsts)
    for (const memberId of faces)
      await recount(tx, { roomId: roomId as RoomId, memberId }, { day: day as LocalDay, now });
}
