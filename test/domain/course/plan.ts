/** The words of the shipped copy: these tests read plans as teachers write them. */

import { coursePlanWords } from '../../../src/copy/zh-cn/course-plan.js';
import type { Course } from '../../../src/domain/course/course.js';
import { formatCoursePlan } from '../../../src/domain/course/format-course-plan.js';
import { parseCoursePlan } from '../../../src/domain/course/parse-course-plan.js';
import type { Parsed, PlanFault } from '../../../src/domain/course/plan-fault.js';

export function parsed(markdown: string): Parsed<Course> {
  return parseCoursePlan(markdown, coursePlanWords);
}

export function courseIn(markdown: string): Course {
  const result = parsed(markdown);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

export function faultsIn(markdown: string): readonly PlanFault[] {
  const result = parsed(markdown);
  return result.ok ? [] : result.faults;
}

export function written(course: Course): string {
  return formatCoursePlan(course, coursePlanWords);
}
