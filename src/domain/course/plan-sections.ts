/** Cuts a written plan at its headings. Nothing is dropped silently: text that belongs to no lesson is a fault. */

import type { CoursePlanWords } from './course-plan-words.js';
import { COURSE_LIMITS, lengthOf } from './course.js';
import type { PlanFault, PlanPlace } from './plan-fault.js';
import { type Heading, readHeading } from './plan-line.js';

export interface PlanSection extends PlanPlace {
  /** Absent when the heading names no day; its lines still belong to it. */
  readonly day: number | undefined;
  readonly title: string;
  /** The lines after the heading; the first of them is `line + 1`. */
  readonly lines: readonly string[];
}

export interface PlanSections {
  readonly title: string;
  readonly sections: readonly PlanSection[];
  readonly faults: readonly PlanFault[];
}

interface PlacedHeading extends Heading, PlanPlace {
  readonly isTitle: boolean;
}

export function splitPlan(lines: readonly string[], words: CoursePlanWords): PlanSections {
  const headings = findHeadings(lines, words);
  const titles = headings.filter(({ isTitle }) => isTitle);
  const starts = headings.filter(({ isTitle }) => !isTitle);
  const beforeLessons = lines.slice(0, (starts[0]?.line ?? lines.length + 1) - 1);
  return {
    title: titles[0]?.text ?? '',
    sections: starts.map((start, index) => section(start, lines.slice(start.line, endOf(starts[index + 1])))),
    faults: [...titleFaults(titles), ...strayTextFaults(beforeLessons, titles), ...starts.flatMap(headingFaults)],
  };
}

/** A plan opens with its title, even where that reads like a day ("Day 1 and you speak English"). */
function findHeadings(lines: readonly string[], words: CoursePlanWords): readonly PlacedHeading[] {
  const headings = lines.flatMap((text, index) => {
    const heading = readHeading(text, words);
    return heading === undefined ? [] : [{ ...heading, line: index + 1 }];
  });
  return headings.map((heading, index) => {
    const isTitle = heading.level === 1 && (index === 0 || heading.lesson === undefined);
    return { ...heading, isTitle };
  });
}

function section({ lesson, text, line, column }: PlacedHeading, lines: readonly string[]): PlanSection {
  return { day: lesson?.day, title: lesson?.title ?? text, line, column, lines };
}

function endOf(next: PlacedHeading | undefined): number | undefined {
  return next === undefined ? undefined : next.line - 1;
}

function titleFaults(titles: readonly PlacedHeading[]): readonly PlanFault[] {
  const [first, ...others] = titles;
  if (first === undefined) return [{ code: 'course.title_missing', line: 1, column: 1 }];
  const repeated = others.map(({ line, column }): PlanFault => ({ code: 'course.title_repeated', line, column }));
  return [...tooLong(first.text, first), ...repeated];
}

function headingFaults({ lesson, text, line, column }: PlacedHeading): readonly PlanFault[] {
  if (lesson === undefined) return [{ code: 'course.day_missing', line, column, heading: text }];
  return tooLong(lesson.title, { line, column });
}

function tooLong(title: string, { line, column }: PlanPlace): readonly PlanFault[] {
  const length = lengthOf(title);
  const limit = COURSE_LIMITS.titleLength;
  return length > limit ? [{ code: 'course.title_too_long', line, column, length, limit }] : [];
}

/** Only the first stray line is told: an introduction of ten lines is one mistake. */
function strayTextFaults(lines: readonly string[], titles: readonly PlacedHeading[]): readonly PlanFault[] {
  const titleLines = new Set(titles.map(({ line }) => line));
  const stray = lines.findIndex((text, index) => text !== '' && !titleLines.has(index + 1));
  return stray === -1 ? [] : [{ code: 'course.text_before_lessons', line: stray + 1, column: 1 }];
}
