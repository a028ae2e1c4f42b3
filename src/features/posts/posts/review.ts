/**
 * The day's review. Its numbers are those of the moment when it is composed.
 *
 * Nobody is named who has not checked in, and nobody who has left the board.
 */

import * as copy from '../../../copy/zh-cn/posts.js';
import type { LocalDay } from '../../../domain/local-day.js';
import type { SkipReason } from '../../../domain/post.js';
import { milestonesOf, praiseOf } from '../../../domain/praise.js';
import { runsCourse } from '../../../domain/room.js';
import { type DayLesson, findDayLesson, isPaused } from '../../../kit/course-day.js';
import { tellStaffOfUnsent } from '../../../kit/missed-posts.js';
import { definePost, type PostDraft, type PostWork } from '../../../kit/post.js';
import type { Room } from '../../../storage/rooms.js';
import { readTurnout } from '../../../storage/turnout.js';
import { newsInReview } from '../day-news.js';
import { renderLesson } from '../lesson-text.js';
import { tellOfSkip } from '../skipped-posts.js';

/** Days on which the course does not go on: what somebody does all the same is theirs. */
const SILENT: readonly SkipReason[] = ['rest-day', 'course-finished'];

export const review = definePost({
  kind: 'review',
  isOwedTo: (room) => runsCourse(room.kind),
  compose: composeReview,
  markLate: copy.markLate,
  skipped: tellOfSkip('review'),
  unsent: tellStaffOfUnsent,
});

async function composeReview({ tx, room, day, late }: PostWork): Promise<PostDraft> {
  if (isPaused(room, day)) return { skip: 'paused' };
  const found = await findDayLesson(tx, room, day);
  if ('skip' in found && SILENT.includes(found.skip)) return found;
  const { done, open } = await readTurnout(tx, room, day);
  const expected = done.length + open;
  if (expected === 0) return { skip: 'nobody-here' };
  // Where no task was given, silence is no news.
  if (done.length === 0 && 'skip' in found) return { skip: 'nothing-to-say' };
  const text = copy.reviewPost({
    ...lessonOfDay(room, day, found),
    roomId: room.id,
    day,
    late,
    expected,
    done: done.length,
    open,
    cutoff: room.settings.cutoff,
    praise: praiseOf(done, day, room.settings.zone),
    milestones: milestonesOf(done, day),
    news: await newsInReview(tx, room, day),
  });
  return { text };
}

interface LessonOfDay {
  readonly number: number | undefined;
  readonly action: string | undefined;
}

function lessonOfDay(room: Room, day: LocalDay, found: DayLesson): LessonOfDay {
  if ('skip' in found) return { number: undefined, action: undefined };
  const { task } = renderLesson(found.lesson, { room, day, number: found.number });
  return { number: found.number, action: copy.actionIn(task) };
}
