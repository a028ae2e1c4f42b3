/** What core rooms are posted stays within eight lines, whatever there is to tell, and changes from day to day. */

import { expect, test } from 'vitest';
import { coreWelcome, previewPost } from '../../src/copy/zh-cn/core-posts.js';
import { invitation, joined } from '../../src/copy/zh-cn/core-users.js';
import type { RoomId } from '../../src/domain/ids.js';
import { addDays, type LocalDay } from '../../src/domain/local-day.js';

const DAY = 20_514 as LocalDay;
const ROOM = 1 as RoomId;
const LESSONS = Array.from({ length: 9 }, (_, index) => ({
  topics: ['甲群', '乙群'],
  number: index + 1,
  title: '过去式',
}));
const EVENTS = Array.from({ length: 5 }, () => {
  return {
    kind: 'draw',
    topic: '甲群',
    name: '周末抽奖',
    at: Date.parse('2026-03-03T12:00:00Z'),
    zone: 'Asia/Shanghai',
  } as const;
});
const PEOPLE = Array.from({ length: 30 }, (_, index) => {
  return { name: `名字很长很长的同学第${index}位`, days: 31, quizzes: 4, referrals: 2, helped: 3 };
});

function post(day: LocalDay, many: boolean, thanks: boolean): string {
  const coming = many ? { lessons: LESSONS, events: EVENTS } : { lessons: LESSONS.slice(0, 1), events: [] };
  return previewPost({ roomId: ROOM, day, ...coming, thanks: thanks ? { month: DAY, people: PEOPLE } : undefined });
}

test('eight lines at most', () => {
  for (const many of [true, false])
    for (const thanks of [true, false]) expect(post(DAY, many, thanks).split('\n').length).toBeLessThanOrEqual(8);
});

test('thanks name everybody or count them, and end with what comes tomorrow', () => {
  const lines = post(DAY, true, true).split('\n');

  expect(lines[0]).toMatch(/^【感谢】.*30 位/u);
  expect(lines[1]).toContain('打卡 31 天，带来 2 位新朋友，答题 4 次，帮忙照看 3 次');
  expect(lines.at(-3)).toContain('等 26 人，一样谢谢');
  expect(lines.at(-1)).toBe('明天先看：「甲群」等 2 个群Day 1 过去式，还有 8 课');
});

test('recurring lines come back after a week at the earliest', () => {
  const said = (line: (day: LocalDay) => string): number =>
    new Set(Array.from({ length: 8 }, (_, index) => line(addDays(DAY, index)))).size;

  expect(said((day) => post(day, false, false).split('\n').at(-1) ?? '')).toBe(8);
  expect(said((day) => post(day, false, true).split('\n')[0] ?? '')).toBe(8);
  expect(said((day) => coreWelcome(['小林'], '核心群', { roomId: ROOM, day }))).toBe(8);
  expect(said((day) => invitation('小林', { roomId: ROOM, day }))).toBe(8);
  expect(said((day) => joined('小林', { roomId: ROOM, day }, true))).toBe(8);
});
