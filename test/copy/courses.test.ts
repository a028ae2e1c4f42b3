/** The shipped courses: what a teacher posts unchanged must keep the manners of every other post. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coursePlanWords } from '../../src/copy/zh-cn/course-plan.js';
import { templateFallbacks, templateNames } from '../../src/copy/zh-cn/template-variables.js';
import { type Course, type Lesson, lengthOf } from '../../src/domain/course/course.js';
import { formatCoursePlan } from '../../src/domain/course/format-course-plan.js';
import { parseCoursePlan } from '../../src/domain/course/parse-course-plan.js';
import { checkTemplate, renderTemplate } from '../../src/kit/template.js';

const POEM_LINE =
  /^(?:[\p{Script=Han}]{5}|[\p{Script=Han}]{7})[，？](?:[\p{Script=Han}]{5}|[\p{Script=Han}]{7})[。？]$/u;

function read(name: string): string {
  return readFileSync(`src/copy/zh-cn/courses/${name}.md`, 'utf8');
}

function courseIn(markdown: string): Course {
  const parsed = parseCoursePlan(markdown, coursePlanWords);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

function linesOf(lesson: Lesson): readonly string[] {
  return lesson.task.split('\n');
}

function poemIn(lesson: Lesson): readonly string[] {
  return linesOf(lesson).filter((line) => POEM_LINE.test(line));
}

describe.each([
  ['english-trial-7', '英语体验营 7 天', 7],
  ['tang-poems-21', '唐诗晨读 21 天', 21],
])('%s', (name, title, days) => {
  const markdown = read(name);
  const course = courseIn(markdown);
  const lessons = course.lessons.map((lesson) => [lesson.day, lesson] as const);

  test('has one lesson for each of its days', () => {
    expect(course.title).toBe(title);
    expect(course.lessons.map(({ day }) => day)).toEqual(Array.from({ length: days }, (_, index) => index + 1));
  });

  test('is written as the bot itself would write it', () => {
    expect(formatCoursePlan(course, coursePlanWords)).toBe(markdown);
  });

  test('holds only variables that are known', () => {
    expect(checkTemplate(markdown, templateNames)).toEqual([]);
  });

  test('asks for a different action every day', () => {
    const actions = course.lessons.map((lesson) => linesOf(lesson).at(-1));
    expect(new Set(actions).size).toBe(days);
  });

  test.each(lessons)('day %i ends with an action to copy, free of variables', (_, lesson) => {
    expect(linesOf(lesson).at(-1)).toMatch(/^打卡 [^{}]*(?:…|___)/u);
    expect(lesson.task.match(/^打卡/gmu)).toHaveLength(1);
  });

  test.each(lessons)('day %i fits a post of eight lines with its heading', (_, lesson) => {
    const homework = lesson.homework === undefined ? 0 : 1;
    expect(linesOf(lesson).length + homework).toBeLessThanOrEqual(6);
    expect(lesson.homework ?? '').not.toContain('\n');
    expect(lesson.task).not.toContain('\n\n');
  });

  test.each(lessons)('day %i is at most 160 characters beside the poem', (_, lesson) => {
    const rendered = renderTemplate(lesson.task, {}, templateFallbacks);
    expect(lengthOf(rendered) - lengthOf(poemIn(lesson).join('\n'))).toBeLessThanOrEqual(160);
    expect(lengthOf(rendered)).toBeLessThanOrEqual(180);
  });

  test.each(lessons)('day %i has at most two emoji, at the start of a line', (_, lesson) => {
    const emoji = lesson.task.match(/\p{Extended_Pictographic}/gu) ?? [];
    const leading = lesson.task.match(/^\p{Extended_Pictographic}/gmu) ?? [];
    expect(emoji.length).toBeLessThanOrEqual(2);
    expect(leading).toHaveLength(emoji.length);
  });

  test.each(lessons)('day %i is plain text, as WeChat shows it', (_, lesson) => {
    expect(`${lesson.title}\n${lesson.task}`).not.toMatch(/\*\*|`|^[-*>#] |\[.*\]\(|\t| $/mu);
  });
});

describe('tang-poems-21', () => {
  const { lessons } = courseIn(read('tang-poems-21'));

  test('moves from short lines to long ones: 五绝, 七绝, 律诗', () => {
    const shapes = lessons.map((lesson) => [poemIn(lesson).length, poemIn(lesson)[0]?.search(/[，？]/u)].join('×'));
    const weekThree = ['4×5', '4×5', '4×5', '4×5', '4×5', '4×7', '4×5'];
    expect(shapes).toEqual([...Array<string>(7).fill('2×5'), ...Array<string>(7).fill('2×7'), ...weekThree]);
  });

  test('names the poet of every poem', () => {
    for (const { title } of lessons) expect(title).toMatch(/^\p{Script=Han}{2,10} · \p{Script=Han}{2,3}$/u);
  });

  /** Every character was compared with 唐诗三百首, 千家诗 and 全唐诗; this keeps an edit from changing one unseen. */
  test('quotes the poems as they were compared with the sources', () => {
    const poems = lessons.map((lesson) => [lesson.title, ...poemIn(lesson)].join('\n')).join('\n');
    expect(createHash('sha256').update(poems).digest('hex')).toBe(
      '6431396d948447371ac9d6eece6ea6a6b13c066fc6c00da7185d8de350412062',
    );
  });
});
