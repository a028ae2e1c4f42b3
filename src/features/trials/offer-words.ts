/** The words of an offer: as managers of the course chose them, or the usual ones, with what is known filled in. */

import { formatDayWithWeekday } from '../../copy/zh-cn/calendar.js';
import { templateFallbacks, templateValues } from '../../copy/zh-cn/template-variables.js';
import { usualOffer } from '../../copy/zh-cn/trial-notes.js';
import type { CourseId, MemberId } from '../../domain/ids.js';
import { currentStreak } from '../../domain/streak.js';
import type { OfferDay } from '../../domain/trial.js';
import { renderTemplate } from '../../kit/template.js';
import type { RoomWork } from '../../kit/work.js';
import { readStanding } from '../../storage/standings.js';
import { findOfferCopy } from '../../storage/trial-steps.js';

export interface Offered {
  readonly courseId: CourseId | null;
  readonly day: OfferDay;
  /** Absent for a room, where nobody is meant alone. */
  readonly memberId?: MemberId;
  readonly name?: string;
}

export async function sayOffer(work: RoomWork, { courseId, day, memberId, name }: Offered): Promise<string> {
  const { tx, account, room, today } = work;
  const own = courseId === null ? undefined : await findOfferCopy(tx, { accountId: account.id, courseId, day });
  const text = own ?? usualOffer(day, { roomId: room.id, day: today });
  const streakDays = memberId === undefined ? undefined : await streakOf(work, memberId);
  const known = { dayNumber: day, roomName: room.topic, date: formatDayWithWeekday(today) };
  const personal = { ...(name !== undefined && { memberName: name }), ...(streakDays !== undefined && { streakDays }) };
  return renderTemplate(text, templateValues({ ...known, ...personal }), templateFallbacks);
}

async function streakOf({ tx, room, today }: RoomWork, memberId: MemberId): Promise<number | undefined> {
  const streak = currentStreak(await readStanding(tx, { roomId: room.id, memberId }), today);
  return streak === 0 ? undefined : streak;
}
