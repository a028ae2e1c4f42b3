/**
 * Candidates, to staff as to-dos: the best first, a few at a time, and never more than there are places for, with those
 * who were asked and those who are proposed already. Once a day for the account, with the first of its rooms: the scores
 * of all of them were worked out before.
 */

import { CANDIDATE_SCORE } from '../../../domain/core-score.js';
import { ANSWER_WITHIN_MS, bestOf, mayPropose, mostCore } from '../../../domain/core-user.js';
import { addDays } from '../../../domain/local-day.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineDaily } from '../../../kit/daily.js';
import { openTodo } from '../../../kit/todo.js';
import type { RoomWork } from '../../../kit/work.js';
import { readBookmark, saveBookmark } from '../../../storage/bookmarks.js';
import { type Candidate, listBestScores } from '../../../storage/core-scores.js';
import { countCoreSeats, countInvitedSince } from '../../../storage/core-users.js';
import { listOpenOfKind } from '../../../storage/todos.js';
import { CANDIDATE, refOf } from '../kinds.js';

/** More than that nobody decides in a morning. */
const MOST_OPEN = 5;
/** A score of yesterday counts while today's is still to come. */
const FRESH_DAYS = 1;

export const propose = defineDaily({
  name: 'core-candidates',
  rooms: ['trial', 'paid', 'core'],

  async run(work) {
    if (await isFirstToday(work)) await proposeBest(work);
  },
});

async function isFirstToday({ tx, account, today }: RoomWork): Promise<boolean> {
  const name = `core-candidates:${account.id}`;
  if ((await readBookmark(tx, name)) >= today) return false;
  await saveBookmark(tx, name, today);
  return true;
}

async function proposeBest(work: RoomWork): Promise<void> {
  const { tx, now, account, today } = work;
  const open = new Set((await listOpenOfKind(tx, account.id, CANDIDATE)).map(({ ref }) => ref));
  const seats = await countCoreSeats(tx, account.id);
  const asked = await countInvitedSince(tx, account.id, now - ANSWER_WITHIN_MS);
  const places = Math.min(mostCore(seats.present) - seats.active - asked, MOST_OPEN) - open.size;
  if (places <= 0) return;
  const scores = await listBestScores(tx, account.id, {
    least: CANDIDATE_SCORE,
    sinceDay: addDays(today, -FRESH_DAYS),
  });
  const free = scores.filter(({ memberId, standing }) => mayPropose(standing, now) && !open.has(refOf(memberId)));
  for (const one of bestOf(free, places)) await proposeOne(work, one);
}

async function proposeOne(work: RoomWork, candidate: Candidate): Promise<void> {
  const { memberId, loyalty, feedback, response, referral, total } = candidate;
  const data = { loyalty, feedback, response, referral, total };
  const [room] = await listCourseRoomsOf(work.tx, memberId);
  await openTodo(work, { kind: CANDIDATE, ref: refOf(memberId), room, memberId, data });
}
