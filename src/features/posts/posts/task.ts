/** The day's task: the lesson whose day it is in the room's course. */

import * as copy from '../../../copy/zh-cn/posts.js';
import { runsCourse } from '../../../domain/room.js';
import { findDayLesson, isPaused } from '../../../kit/course-day.js';
import { definePost } from '../../../kit/feature.js';
import { renderLesson } from '../lesson-text.js';
import { tellStaffOfSkip } from '../skipped-posts.js';

export const task = definePost({
  kind: 'task',
  isOwedTo: (room) => runsCourse(room.kind),

  async compose({ tx, room, day, late }) {
    if (isPaused(room, day)) return { skip: 'paused' };
    const found = await findDayLesson(tx, room, day);
    if ('skip' in found) return found;
    const lesson = renderLesson(found.lesson, { room, day, number: found.number });
    return { text: copy.taskPost({ day, late, number: found.number, lesson }) };
  },

  skipped: tellStaffOfSkip('task'),
});
