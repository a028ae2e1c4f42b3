/** Whether the days of a plan are each there once, in order, and not too many. Gaps are rest days. */

import { COURSE_LIMITS } from './course.js';
import type { PlanFault } from './plan-fault.js';
import type { PlanSection } from './plan-sections.js';

interface DatedSection extends PlanSection {
  readonly day: number;
}

export function dayFaults(sections: readonly PlanSection[]): readonly PlanFault[] {
  const dated = sections.filter((section): section is DatedSection => section.day !== undefined);
  return [...countFaults(sections), ...dated.flatMap(rangeFaults), ...orderFaults(dated)];
}

function countFaults(sections: readonly PlanSection[]): readonly PlanFault[] {
  const limit = COURSE_LIMITS.lessons;
  if (sections.length === 0) return [{ code: 'course.lessons_missing', line: 1, column: 1 }];

  const surplus = sections[limit];
  if (surplus === undefined) return [];
  const { line, column } = surplus;
  return [{ code: 'course.too_many_lessons', line, column, count: sections.length, limit }];
}

function rangeFaults({ day, line, column }: DatedSection): readonly PlanFault[] {
  const max = COURSE_LIMITS.lastDay;
  return day < 1 || day > max ? [{ code: 'course.day_out_of_range', line, column, day, min: 1, max }] : [];
}

function orderFaults(sections: readonly DatedSection[]): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  const firstLines = new Map<number, number>();
  let previous = 0;
  for (const { day, line, column } of sections) {
    const firstLine = firstLines.get(day);
    if (firstLine !== undefined) faults.push({ code: 'course.day_repeated', line, column, day, firstLine });
    else if (day < previous) faults.push({ code: 'course.day_out_of_order', line, column, day, previous });
    if (firstLine === undefined) firstLines.set(day, line);
    previous = Math.max(previous, day);
  }
  return faults;
}
