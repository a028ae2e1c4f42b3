/** What is told about a plan that cannot be read: every fault, each with its place. */

import { expect, test } from 'vitest';
import { sayPlanFault } from '../../../src/copy/zh-cn/course-plan.js';
import { courseIn, faultsIn } from './plan.js';

const DAY_1 = '# 课\n\n## 第 1 天 题\n打卡 …\n';

test.each`
  what                                    | markdown                                    | fault
  ${'no title'}                           | ${'## 第 1 天\n打卡 …'}                     | ${{ code: 'course.title_missing', line: 1, column: 1 }}
  ${'a second title'}                     | ${`${DAY_1}\n# 又一个`}                     | ${{ code: 'course.title_repeated', line: 6, column: 3 }}
  ${'a title without end'}                | ${`# ${'长'.repeat(61)}\n## D1\n打卡 …`}    | ${{ code: 'course.title_too_long', line: 1, column: 3, length: 61, limit: 60 }}
  ${'a lesson title without end'}         | ${`# 课\n## D1 ${'长'.repeat(61)}\n打卡 …`} | ${{ code: 'course.title_too_long', line: 2, column: 4, length: 61, limit: 60 }}
  ${'an introduction'}                    | ${'# 课\n\n欢迎！\n来吧\n## D1\n打卡 …'}    | ${{ code: 'course.text_before_lessons', line: 3, column: 1 }}
  ${'no lessons'}                         | ${'# 课\n'}                                 | ${{ code: 'course.lessons_missing', line: 1, column: 1 }}
  ${'a heading without a day'}            | ${`${DAY_1}\n  ## 导语\n你好`}              | ${{ code: 'course.day_missing', line: 6, column: 6, heading: '导语' }}
  ${'a word that only starts like a day'} | ${`${DAY_1}## D2C 商业\n你好`}              | ${{ code: 'course.day_missing', line: 5, column: 4, heading: 'D2C 商业' }}
  ${'two digits that are no number'}      | ${`${DAY_1}## 第二三天\n你好`}              | ${{ code: 'course.day_missing', line: 5, column: 4, heading: '第二三天' }}
  ${'day 0'}                              | ${'# 课\n## 第 0 天\n打卡 …'}               | ${{ code: 'course.day_out_of_range', line: 2, column: 4, day: 0, min: 1, max: 999 }}
  ${'day 1000'}                           | ${'# 课\n## Day 1000\n打卡 …'}              | ${{ code: 'course.day_out_of_range', line: 2, column: 4, day: 1000, min: 1, max: 999 }}
  ${'a day twice'}                        | ${`${DAY_1}\n## D1 再来\n打卡 …`}           | ${{ code: 'course.day_repeated', line: 6, column: 4, day: 1, firstLine: 3 }}
  ${'days out of order'}                  | ${'# 课\n## D2\n打卡 …\n## D1\n打卡 …'}     | ${{ code: 'course.day_out_of_order', line: 4, column: 4, day: 1, previous: 2 }}
  ${'a day without a task'}               | ${'# 课\n## D1\n\n'}                        | ${{ code: 'course.task_missing', line: 2, column: 4 }}
  ${'a day of fields alone'}              | ${'# 课\n## D1\n作业：写'}                  | ${{ code: 'course.task_missing', line: 2, column: 4 }}
  ${'an unknown field before'}            | ${`${DAY_1}\n附件：a.pdf\n作业：写`}        | ${{ code: 'course.field_unknown', line: 6, column: 1, field: '附件' }}
  ${'an unknown field after'}             | ${`${DAY_1}\n作业：写\n 视频：a.mp4`}       | ${{ code: 'course.field_unknown', line: 7, column: 2, field: '视频' }}
  ${'a field twice'}                      | ${`${DAY_1}作业：写\n课后作业：再写`}       | ${{ code: 'course.field_repeated', line: 6, column: 1, field: '课后作业' }}
  ${'an empty field'}                     | ${`${DAY_1}作业：\n\n图片：a.png`}          | ${{ code: 'course.field_empty', line: 5, column: 1, field: '作业' }}
  ${'text after the picture'}             | ${`${DAY_1}图片：a.png\n还有一句`}          | ${{ code: 'course.text_after_picture', line: 6, column: 1 }}
`('$what is told with its place', ({ markdown, fault }: { markdown: string; fault: unknown }) => {
  expect(faultsIn(markdown)).toEqual([fault]);
});

test('all faults of a plan are told at once, in reading order', () => {
  const codes = faultsIn('欢迎\n## 导语\n## D2\n打卡 …\n图片：../a.png\n## D1\n').map(
    ({ code, line }) => `${line} ${code}`,
  );
  expect(codes).toEqual([
    '1 course.title_missing',
    '1 course.text_before_lessons',
    '2 course.day_missing',
    '2 course.task_missing',
    '5 course.picture_refused',
    '6 course.day_out_of_order',
    '6 course.task_missing',
  ]);
});

test('an empty file has no title and no lessons', () => {
  expect(faultsIn('').map(({ code }) => code)).toEqual(['course.title_missing', 'course.lessons_missing']);
});

test('a course has at most 400 lessons', () => {
  const plan = (count: number) => `# 课\n${Array.from({ length: count }, (_, i) => `## D${i + 1}\n打卡 …\n`).join('')}`;
  expect(courseIn(plan(400)).lessons).toHaveLength(400);
  expect(faultsIn(plan(401))).toEqual([
    { code: 'course.too_many_lessons', line: 802, column: 4, count: 401, limit: 400 },
  ]);
});

test('a lesson has at most 2000 characters, an emoji counting once', () => {
  expect(courseIn(`# 课\n## D1\n${'😀'.repeat(2000)}`).lessons).toHaveLength(1);
  expect(faultsIn(`# 课\n## D1 题\n${'字'.repeat(1990)}\n作业：${'写'.repeat(10)}`)).toEqual([
    { code: 'course.lesson_too_long', line: 2, column: 4, length: 2001, limit: 2000 },
  ]);
});

test('a plan beyond a million characters is not read at all', () => {
  expect(faultsIn('#'.repeat(1_000_001)).map(({ code }) => code)).toEqual(['course.plan_too_long']);
});

test('a fault is told in one line with its place and the way out', () => {
  const [fault] = faultsIn(`${DAY_1}\n## 导语\n你好`);
  expect(fault && sayPlanFault(fault)).toBe('第 6 行第 4 字：「导语」看不出是第几天。例：## 第 3 天 点一杯咖啡');
});
