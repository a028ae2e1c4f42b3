/** Wishes to go on with a course, in the words that offers invite to; and talk in which the same words occur. */

import { expect, test } from 'vitest';
import { botName } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { invited } from '../../../src/copy/zh-cn/vocabulary/wish-words.js';
import { COURSE_WISHES } from '../../../src/domain/course-wish.js';
import { meaningOf } from './meaning.js';

test.each(COURSE_WISHES)('the invited words for "%s" mean it, however they are typed', (wish) => {
  const line = invited[wish];
  for (const typed of [line, `${line}。`, `${line}！`, `${line} `, `${line}～`, `${line}，谢谢`, `@${botName} ${line}`])
    expect(meaningOf(typed), typed).toBe(`course-wish|${wish}`);
});

test.each([
  ['hear', '我想了解一下'],
  ['hear', '我也想了解'],
  ['hear', '我想了解课程'],
  ['hear', '想了解一下正式课'],
  ['hear', '我想了解怎么报名'],
  ['hear', '我想了解课程价格'],
  ['hear', '我想瞭解'],
  ['hear', '我想了解課程'],
  ['continue', '我要继续'],
  ['continue', '我想继续学'],
  ['continue', '我想接着学'],
  ['continue', '想继续学正式课'],
  ['continue', '我想繼續'],
  ['enrol', '我想报名'],
  ['enrol', '我也要报名'],
  ['enrol', '我要报名课程'],
  ['enrol', '想报名正式课'],
  ['enrol', '我想加入正式群'],
  ['enrol', '我要報名'],
])('it is a wish to %s: %s', (wish, line) => {
  expect(meaningOf(line)).toBe(`course-wish|${wish}`);
});

test.each([
  '我想了解一下这个词怎么读',
  '我想了解一下老师的背景',
  '我想了解，但是没时间',
  '我想了解吗',
  '我想了解？',
  '想了解',
  '我不想了解',
  '我妈说我想了解课程',
  '我想继续睡',
  '我想继续读第三章',
  '我想继续打卡',
  '我想继续不下去了',
  '想继续',
  '我不想继续',
  '不想继续学了',
  '我要继续努力',
  '我要报名周六的线下活动',
  '我要报名马拉松',
  '我要报名了吗',
  '我要报名吗？',
  '要报名',
  '想报名的同学找老师',
  '我要报名怎么办',
  '回一句：我要报名',
  '想报名，回一句：我要报名',
  '怎么报名',
  '报名',
  '他说我要报名',
  '@小周 我要报名',
  '我想了解\n这个语法点',
])('%s is talk', (line) => {
  expect(meaningOf(line)).toBe('none');
});
