/** Asking for the calendar and for the day graphic, and talk about both. */

import { expect, test } from 'vitest';
import { meaningOf } from './meaning.js';

test.each([
  '打卡日历',
  '打卡日曆',
  '我的日历',
  '我的打卡日历',
  '看我的日历',
  '看看打卡日历',
  '查看我的打卡日历',
  '打卡日历～',
  '帮我看打卡日历',
  '打卡日历谢谢',
  '#打卡日历#',
  '@机器人 打卡日历',
])('%s asks for the calendar', (line) => {
  expect(meaningOf(line)).toBe('calendar');
});

test.each([
  '日签',
  '日簽',
  '我的日签',
  '今天的日签',
  '领日签',
  '来张日签',
  '日签！',
  '日 签',
  '领今天的日签',
  '日签🌞',
  '@机器人 日签',
])('%s asks for the day graphic', (line) => {
  expect(meaningOf(line)).toBe('day-graphic');
});

test.each([
  '日历',
  '挂历买了吗',
  '打卡日历在哪看',
  '打卡日历好好看',
  '打卡日历怎么用？',
  '打卡日历？',
  '我的日历满了',
  '我的日历上写着开会',
  '把打卡日历发一下朋友圈',
  '谁有打卡日历的模板',
  '打卡日历又断了一天',
  '@小满 打卡日历',
  '日签好好看',
  '日签呢',
  '日签是什么',
  '今天的日签真美',
  '昨天的日签',
  '今日签到人数',
  '日签都设计得不错',
  '大家都领日签了吗',
  '别发日签了',
  '我的日签被抢了',
])('%s is talk', (line) => {
  expect(meaningOf(line)).toBe('none');
});
