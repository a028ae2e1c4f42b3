/** The day's task: the lesson whose day it is in the room's course. */

import { pictureWords } from '../../../copy/zh-cn/pictures.js';
import * as copy from '../../../copy/zh-cn/posts.js';
import { runsCourse } from '../../../domain/room.js';
import { type DayLesson, findDayLesson, isPaused } from '../../../kit/course-day.js';
import { tellStaffOfUnsent } from '../../../kit/missed-posts.js';
import { definePost, type PostPicture } from '../../../kit/post.js';
import { newsInTask } from '../day-news.js';
import { renderLesson } from '../lesson-text.js';
import { tellOfSkip } from '../skipped-posts.js';

export const task = definePost({
  kind: 'task',
  isOwedTo: (room) => runsCourse(room.kind),

  async compose({ tx, room, day, late }) {
    if (isPaused(room, day)) return { skip: 'paused' };
    const found = await findDayLesson(tx, room, day);
    if ('skip' in found) return found;
    const lesson = renderLesson(found.lesson, { room, day, number: found.number });
    const news = await newsInTask(tx, room, day);
    const text = copy.taskPost({ roomId: room.id, day, late, number: found.number, lesson, news });
    return { text, picture: pictureIn(found) };
  },

  markLate: copy.markLate,
  skipped: tellOfSkip('task'),
  unsent: tellStaffOfUnsent,
});

function pictureIn({ lesson, number }: Extract<DayLesson, { lesson: unknown }>): PostPicture | undefined {
  const name = lesson.picture;
  return name === undefined ? undefined : { name, words: pictureWords(name, number) };
}
