import { expect, test } from 'vitest';
import { momentWords } from '../../src/copy/zh-cn/activities.js';
import { measureWords, openingWords } from '../../src/copy/zh-cn/draws.js';
import { readOpening } from '../../src/domain/draw-opening.js';
import { parseLocalDay } from '../../src/domain/local-day.js';
import { parseDay } from '../../src/understand.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const EIGHT = Date.parse('2026-03-02T20:00:00+08:00');
const today = parseLocalDay('2026-03-02');

function read(line: string) {
  if (today === undefined) throw new Error('There is no such day.');
  const moments = { now: NOW, zone: 'Asia/Shanghai', today, words: momentWords, parseDay };
  return readOpening(line.split(' '), { ...openingWords, measures: measureWords }, moments);
}

const CUP = { name: '开学礼', prize: '保温杯', places: 3, endsAt: EIGHT, conditions: [] };

test.each([
  '开学礼 保温杯 3份 截止 20:00',
  '开学礼 奖品 保温杯 20:00 3名',
  '开学礼 奖品:保温杯 到 今晚8点 3人',
  '截止 今天 20:00 3份 开学礼 保温杯',
])('%s opens the same draw', (line) => {
  expect(read(line)).toEqual(CUP);
});

test('points are a prize by themselves, or go with one', () => {
  expect(read('开学礼 50分 20:00')).toMatchObject({ name: '开学礼', points: 50 });
  expect(read('开学礼 奖励 50分 20:00')).toMatchObject({ points: 50 });
  expect(read('开学礼 保温杯 奖励 50分 20:00')).toMatchObject({ prize: '保温杯', points: 50 });
});

test.each([
  ['本周打卡≥3', 'weekCheckIns', 3],
  ['本周打卡>=3', 'weekCheckIns', 3],
  ['本周打卡满3天', 'weekCheckIns', 3],
  ['打卡10次', 'checkIns', 10],
  ['连续7天', 'streak', 7],
  ['连续打卡至少7天', 'streak', 7],
  ['进群30天', 'daysHere', 30],
])('the condition %s', (words, measure, atLeast) => {
  expect(read(`开学礼 保温杯 20:00 条件 ${words}`).conditions).toEqual([{ measure, atLeast }]);
  expect(read(`开学礼 保温杯 20:00 条件${words}`).conditions).toEqual([{ measure, atLeast }]);
});

test('a condition that nobody understands is kept to be told', () => {
  expect(read('开学礼 保温杯 20:00 条件 心情≥3')).toMatchObject({ unreadable: '心情≥3', conditions: [] });
});

test('a prize of several words stays whole, and names that begin like a word of the order stay names', () => {
  expect(read('到店礼 保温杯 加 雨伞 20:00')).toMatchObject({ name: '到店礼', prize: '保温杯 加 雨伞' });
});
