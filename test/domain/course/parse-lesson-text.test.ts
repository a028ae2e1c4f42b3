import { expect, test } from 'vitest';
import { coursePlanWords } from '../../../src/copy/zh-cn/course-plan.js';
import { parseLessonText } from '../../../src/domain/course/parse-lesson-text.js';
import { courseIn, written } from './plan.js';

function read(text: string) {
  return parseLessonText(text, coursePlanWords);
}

test('a text is a task, with fields of its own at the end', () => {
  expect(read('读一遍\n\n打卡 读完了\n作业：录音\n两遍\n图片：day1.png')).toEqual({
    ok: true,
    value: { task: '读一遍\n\n打卡 读完了', homework: '录音\n两遍', picture: 'day1.png' },
  });
});

test('a line that looks like a heading is text, and survives an export', () => {
  const lesson = read('## 第 9 天 不是标题\n读一遍');
  if (!lesson.ok) throw new Error('refused');

  const course = { title: '课', lessons: [{ day: 1, title: '一', ...lesson.value }] };

  expect(courseIn(written(course))).toEqual(course);
});

test.each([
  ['作业：只有作业', 'course.task_missing', 1],
  ['读\n作业：', 'course.field_empty', 2],
  ['读\n图片：../x.png', 'course.picture_refused', 2],
  ['读'.repeat(2001), 'course.lesson_too_long', 1],
])('%# is refused at its line', (text, code, line) => {
  expect(read(text)).toMatchObject({ ok: false, faults: [{ code, line }] });
});
