/** Stores the courses that come with the bot. One that is there already stays as people have made it. */

import { readBuiltinCourses } from '../../copy/zh-cn/builtin-courses.js';
import { coursePlanWords } from '../../copy/zh-cn/course-plan.js';
import { parseCoursePlan } from '../../domain/course/parse-course-plan.js';
import { findCourseByName, saveCoursePlan } from '../../storage/courses.js';
import type { Tx } from '../../storage/database.js';

export async function saveBuiltinCourses(tx: Tx, now: number): Promise<void> {
  for (const { name, markdown } of readBuiltinCourses()) {
    if (await findCourseByName(tx, name)) continue;
    const plan = parseCoursePlan(markdown, coursePlanWords);
    if (!plan.ok) throw new Error(`The shipped course "${name}" has faults: ${JSON.stringify(plan.faults)}`);
    await saveCoursePlan(tx, name, plan.value, now);
  }
}
