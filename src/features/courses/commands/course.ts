/** Courses: lists them, shows one, exports, imports, or sets the one that a room runs. */

import * as copy from '../../../copy/zh-cn/courses.js';
import { mayActAs, type Role } from '../../../domain/role.js';
import type { ArgumentSpec } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { type CourseOrder, courseOrder } from '../course-order.js';
import { chooseCourse } from '../orders/choose-course.js';
import { exportCourse } from '../orders/export-course.js';
import { importCourse } from '../orders/import-course.js';
import { listAllCourses } from '../orders/list-all-courses.js';
import { showCourse } from '../orders/show-course.js';

type CourseWork = Pick<
  CommandWork<ArgumentSpec, 'anywhere'>,
  keyof ChatWork | 'room' | 'inRoom' | 'changes' | 'confirm'
>;

export const course = defineCommand({
  name: 'courses.course',
  triggers: copy.triggers.course,
  summary: copy.summaries.course,
  example: copy.examples.course,
  allow: 'teacher',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: courseOrder },

  async run(work) {
    const { order } = work.args;
    const needed = NEEDED[order.action];
    if (!mayActAs(work.speaker.role, needed)) throw new RefusedError({ code: 'command.forbidden', needed });
    return obey(work, order);
  },
});

/** Teachers look; what a room runs, and whole plans, are the managers'. */
const NEEDED: Readonly<Record<CourseOrder['action'], Role>> = {
  list: 'teacher',
  show: 'teacher',
  export: 'teacher',
  import: 'manager',
  use: 'manager',
};

async function obey(work: CourseWork, order: CourseOrder): Promise<string> {
  switch (order.action) {
    case 'list':
      return listAllCourses(work);
    case 'show':
      return showCourse(work, order);
    case 'export':
      return exportCourse(work, order);
    case 'import':
      return importCourse(work, order);
    case 'use':
      return chooseCourse(work, order);
  }
}
