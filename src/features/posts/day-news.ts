/**
 * What a post tells of days besides its own: what protects or pays, freezes that were spent, and records that were corrected
 * since they were posted. Read from rows alone, so that a preview says the same.
 */

import { newsLine } from '../../copy/zh-cn/attendance.js';
import { earnedLine } from '../../copy/zh-cn/badges.js';
import { type CorrectedDay, type CorrectionNews, correctionNews } from '../../domain/correction.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import { listEarnedOn } from '../../storage/badges.js';
import { findCheckIn } from '../../storage/check-ins.js';
import { readSpentFreezes } from '../../storage/closed-days.js';
import { listUntold } from '../../storage/corrections.js';
import type { Tx } from '../../storage/database.js';
import { findLastOut, readLastComposedAt } from '../../storage/posted.js';
import { findPointsFactor, listProtectedDays } from '../../storage/room-calendar.js';
import type { Room } from '../../storage/rooms.js';

/** Of what is older nobody needs to hear. */
const NEWS_DAYS = 14;
const EARLIEST = -1 as LocalDay;

/** One line, or none. */
export async function newsInTask(tx: Tx, { id }: Room, day: LocalDay): Promise<string> {
  const protectedDays = await untoldProtected(tx, id, day);
  const factor = await findPointsFactor(tx, id, day);
  return newsLine({ today: day, protectedDays, factor, freezes: 0, corrections: [] });
}

/** One line, or none. */
export async function newsInReview(tx: Tx, { id }: Room, day: LocalDay): Promise<string> {
  const protectedDays = await untoldProtected(tx, id, day);
  const freezes = await readSpentFreezes(tx, id, addDays(day, -1));
  const news = newsLine({ today: day, protectedDays, freezes, corrections: await untoldCorrections(tx, id, day) });
  // One line is enough, and badges can be looked up.
  return news === '' ? earnedLine(await listEarnedOn(tx, id, addDays(day, -1))) : news;
}

/** Protected since the room was last posted anything. That the course rests is no news. */
async function untoldProtected(tx: Tx, roomId: Room['id'], day: LocalDay): Promise<LocalDay[]> {
  const known = await listProtectedDays(tx, roomId, addDays(day, -NEWS_DAYS));
  const recent = known.filter((one) => one.day <= day && one.cause !== 'rest');
  if (recent.length === 0) return [];
  const told = await readLastComposedAt(tx, roomId, ['task', 'review'], addDays(day, -NEWS_DAYS));
  return recent.filter((one) => one.at > told).map((one) => one.day);
}

async function untoldCorrections(tx: Tx, roomId: Room['id'], day: LocalDay): Promise<CorrectionNews[]> {
  const after = (await findLastOut(tx, roomId, 'review', day)) ?? EARLIEST;
  const noted = await listUntold(tx, roomId, { after, upTo: day });
  const corrected = new Map<string, CorrectedDay>();
  for (const { memberId, day: of, change, name } of noted) {
    const place = `${of} ${memberId}`;
    const known = corrected.get(place);
    const isCheckedIn = known?.isCheckedIn ?? (await findCheckIn(tx, { roomId, memberId }, of)) !== undefined;
    corrected.set(place, { day: of, name, isCheckedIn, changes: [...(known?.changes ?? []), change] });
  }
  return correctionNews([...corrected.values()]);
}
