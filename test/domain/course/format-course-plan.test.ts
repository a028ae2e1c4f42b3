import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Course } from '../../../src/domain/course/course.js';
import { courseIn, parsed, written } from './plan.js';

test('a plan is written in one form, whatever it was read from', () => {
  const course = courseIn('# 课\n\n\n## D1：题\n打卡 …\nhomework: 写\n配图:a.png\n### 第二天\n打卡 再来');
  expect(written(course)).toBe('# 课\n\n## 第 1 天 题\n\n打卡 …\n\n作业：写\n图片：a.png\n\n## 第 2 天\n\n打卡 再来\n');
});

test.each([
  ['a field', '作业：不是作业'],
  ['a field in the last paragraph', '例句：一\n\n例句：二'],
  ['a day', '## 第 2 天 题'],
  ['a title', '# 题'],
  ['an escaped heading', '\\# 题'],
  ['backslashes', '\\\\作业：写\n\\o/'],
  ['an indent', '　\n  缩进\n打卡 …'.trim()],
])('a task that looks like %s is read back unchanged', (_, task) => {
  const course: Course = { title: '课', lessons: [{ day: 1, title: '题', task, homework: '写', picture: 'a.png' }] };
  expect(courseIn(written(course))).toEqual(course);
});

test.each([['例句：一'], ['写\n例句：一\n\n图片：不是图片'], ['# 写\n# 再写\n\\# 又写'], ['\\作业：写']])(
  'the homework %j is read back unchanged',
  (homework) => {
    const course: Course = { title: '课', lessons: [{ day: 1, title: '', task: '打卡 …', homework }] };
    expect(courseIn(written(course))).toEqual(course);
  },
);

/** Scraps that mean something to the format, put together blindly. */
const scrap = fc.constantFrom(
  '#',
  '##',
  '第 1 天',
  'D2',
  ' ',
  '\n',
  '\n\n',
  '\\',
  '作业：',
  '图片：',
  'a.png',
  '例句：',
  '字',
  '：',
  '-',
);
const body = fc.array(scrap, { minLength: 1, maxLength: 12 }).map((scraps) => scraps.join(''));

test('whatever a plan says, writing and reading it again changes nothing', () => {
  fc.assert(
    fc.property(body, fc.option(body, { nil: undefined }), (task, homework) => {
      const plan = `# 课\n## 第 1 天 题\n${task}${homework === undefined ? '' : `\n\n作业：${homework}`}\n`;
      const first = parsed(plan);
      if (!first.ok) return;
      const text = written(first.value);
      expect(courseIn(text)).toEqual(first.value);
      expect(written(courseIn(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('any task and homework of trimmed lines are read back unchanged', () => {
  const tidy = body
    .map((text) =>
      text
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim(),
    )
    .filter((text) => text !== '');
  fc.assert(
    fc.property(tidy, tidy, (task, homework) => {
      const course: Course = { title: '课', lessons: [{ day: 1, title: '题', task, homework }] };
      expect(courseIn(written(course))).toEqual(course);
    }),
    { numRuns: 2000 },
  );
});
