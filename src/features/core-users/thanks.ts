/** Thanks for a calendar month, with the first preview of the next one that leaves; what each core user did, from the rows. */

import type { Deeds, Thanks } from '../../copy/zh-cn/core-posts.js';
import { addDays, dateParts, type LocalDay } from '../../domain/local-day.js';
import { instantOf } from '../../domain/local-time.js';
import type { PostWork } from '../../kit/post.js';
import { listCoreFacts } from '../../storage/core-facts.js';
import type { CoreUser } from '../../storage/core-users.js';
import { listModeratorUses } from '../../storage/moderators.js';
import { findLastOut } from '../../storage/posted.js';

/** Undefined where it was said this month, or nobody was there the month before. */
export async function gatherThanks(work: PostWork, people: readonly CoreUser[]): Promise<Thanks | undefined> {
  const { tx, room, day } = work;
  const last = await findLastOut(tx, room.id, 'preview', day);
  const first = firstOfMonth(day);
  if (last !== undefined && last >= first) return undefined;
  const month = { first: firstOfMonth(addDays(first, -1)), before: first };
  const then = people.filter(({ since }) => since !== null && since < instantOf(first, 0, room.settings.zone));
  return then.length === 0 ? undefined : { month: month.first, people: await listDeeds(work, then, month) };
}

interface Month {
  readonly first: LocalDay;
  /** The first day of the next one. */
  readonly before: LocalDay;
}

/** The busiest first. */
async function listDeeds(work: PostWork, people: readonly CoreUser[], month: Month): Promise<Deeds[]> {
  const { tx, account, room } = work;
  const { zone } = room.settings;
  const span = { from: instantOf(month.first, 0, zone), before: instantOf(month.before, 0, zone) };
  const days = { first: month.first, last: addDays(month.before, -1) };
  const facts = await listCoreFacts(tx, { roomId: room.id, ...days, ...span });
  const uses = await listModeratorUses(tx, account.id, span);
  const deeds = people.map(({ memberId, name }) => {
    const { days: checkIns = 0, quizzes = 0, referrals = 0 } = facts.find((one) => one.memberId === memberId) ?? {};
    const helped = uses.reduce((sum, one) => (one.memberId === memberId ? sum + one.count : sum), 0);
    return { name, days: checkIns, quizzes, referrals, helped };
  });
  return deeds.toSorted((a, b) => weightOf(b) - weightOf(a));
}

function weightOf({ days, quizzes, referrals, helped }: Deeds): number {
  return days + quizzes + 10 * referrals + 3 * helped;
}

function firstOfMonth(day: LocalDay): LocalDay {
  return addDays(day, 1 - dateParts(day).dayOfMonth);
}
