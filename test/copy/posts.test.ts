/** The posts' wording: short, one action last, and no line that comes back within a week. */

import { describe, expect, test } from 'vitest';
import { formatMoment, nearDay } from '../../src/copy/zh-cn/calendar.js';
import { actionIn, markLate, reviewPost, type ReviewPost, taskPost } from '../../src/copy/zh-cn/posts.js';
import { lengthOf } from '../../src/domain/course/course.js';
import type { RoomId } from '../../src/domain/ids.js';
import { type LocalDay, parseLocalDay } from '../../src/domain/local-day.js';
import type { Praise } from '../../src/domain/praise.js';

const START = parseLocalDay('2026-11-20') ?? (0 as LocalDay);
const ROOM = 3 as RoomId;
const DAYS = Array.from({ length: 60 }, (_, index) => (START + index) as LocalDay);

const praises: readonly Praise[] = [
  { kind: 'first-time', names: ['小林', '阿陈'], people: 5 },
  { kind: 'streak', names: ['小林', '阿陈'], days: 12 },
  { kind: 'early', names: ['小林'], minute: 372 },
  { kind: 'long', names: ['小林'], length: 86 },
  { kind: 'present', names: ['小林', '阿陈'] },
];

const five = ['小林', '阿陈', '老王', '木木', '安安'].map((name, index) => ({
  name,
  days: [60, 21, 14, 7, 3][index] ?? 3,
}));

function postOf(day: LocalDay, changes: Partial<ReviewPost> = {}): string {
  return reviewPost({
    roomId: ROOM,
    day,
    late: false,
    number: 12,
    done: 18,
    expected: 25,
    open: 7,
    news: '',
    cutoff: 120,
    action: undefined,
    praise: praises[0],
    milestones: { named: five, people: 7 },
    ...changes,
  });
}

const situations: readonly (readonly [string, Partial<ReviewPost>])[] = [
  ...praises.map((praise) => [`praise: ${praise.kind}`, { praise }] as const),
  ['all done', { done: 25, open: 0 }],
  ['nobody yet', { done: 0, open: 25, praise: undefined, milestones: { named: [], people: 0 } }],
  ['one of one', { done: 1, expected: 1, open: 0, milestones: { named: [], people: 0 } }],
  ['none of one', { done: 0, expected: 1, open: 1, praise: undefined, milestones: { named: [], people: 0 } }],
  ['one left', { done: 24, open: 1 }],
  ['late', { late: true, milestones: { named: five.slice(0, 3), people: 3 } }],
];

describe.each(situations)('a review, %s', (_, changes) => {
  test('has at most eight lines, 180 characters and three emoji at line starts', () => {
    for (const day of DAYS) {
      const text = postOf(day, changes);
      expect(text.split('\n').length).toBeLessThanOrEqual(8);
      expect(lengthOf(text), text).toBeLessThanOrEqual(180);
      expect(text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0).toBeLessThanOrEqual(3);
      expect(text).not.toMatch(/[^\n]\p{Extended_Pictographic}|undefined|NaN|！/u);
    }
  });

  test('repeats no line within seven days', () => {
    const lines = DAYS.map((day) => postOf(day, changes).split('\n'));
    for (const [index, today] of lines.entries()) {
      const week = lines.slice(index + 1, index + 7).flat();
      expect(today.filter((line) => week.includes(line))).toEqual([]);
    }
  });
});

test('of one person nothing is said that is said of many', () => {
  const alone = { expected: 1, milestones: { named: [], people: 0 }, praise: undefined };
  for (const day of DAYS) {
    expect(postOf(day, { ...alone, done: 1, open: 0 })).not.toMatch(/全员|全部|所有人|每一位|一个不少|全勤/u);
    expect(postOf(day, { ...alone, done: 0, open: 1 })).not.toMatch(/位里|位都|都可以/u);
  }
});

test('two rooms say the same thing in other words on the same evening', () => {
  const same = { praise: undefined, milestones: { named: [], people: 0 } };
  for (const day of DAYS) {
    const rooms = [3, 4, 5, 6].map((room) =>
      postOf(day, { ...same, roomId: room as RoomId })
        .split('\n')
        .slice(1),
    );
    const lines = rooms.flat();
    expect(new Set(lines).size).toBe(lines.length);
  }
});

describe('marked as late when it leaves', () => {
  test.each(situations)('a review, %s, is what it is when it is composed late', (_, changes) => {
    for (const day of DAYS) {
      expect(markLate(postOf(day, { ...changes, late: false }))).toBe(postOf(day, { ...changes, late: true }));
    }
  });

  test.each([12, undefined])('a task of day %s is what it is when it is composed late', (number) => {
    const lesson = { title: '【重点】发音', task: '读【第 3 课】三遍', homework: '【录音】' };
    const post = { roomId: ROOM, day: START, number, lesson, news: '' };
    expect(markLate(taskPost({ ...post, late: false }))).toBe(taskPost({ ...post, late: true }));
  });
});

test('a review tells both figures and the number of those still open', () => {
  for (const day of DAYS) {
    const lines = postOf(day).split('\n');
    expect(lines[1]?.match(/\d+/gu)).toEqual(expect.arrayContaining(['18', '25']));
    expect(lines[4]).toContain('7');
    expect(lines.at(-1)).toMatch(/^打卡 /u);
  }
});

test('a room without small hours is promised none', () => {
  expect(postOf(START, { cutoff: 0 })).not.toContain('记到昨天');
});

test('a name that would break the line is tamed', () => {
  expect(postOf(START, { praise: { kind: 'present', names: ['小\n林\u202e'] } })).toContain('小林');
});

test.each([
  ['读一遍\n打卡 我读了 …', '打卡 我读了 …'],
  ['打卡 只有一行', '打卡 只有一行'],
  ['打卡在前\n读一遍', undefined],
  ['最后说打卡', undefined],
])('the action of %j is %j', (task, action) => {
  expect(actionIn(task)).toBe(action);
});

test('a task without a title, or with the action alone, has no empty line', () => {
  const post = { roomId: ROOM, day: START, late: true, number: 3, news: '' };
  expect(taskPost({ ...post, lesson: { title: '', task: '打卡 读完了', homework: '录音' } })).toBe(
    '【今日任务·补发】11月20日 周五 · Day 3\n作业：录音\n打卡 读完了',
  );
});

test('days and moments read as people write them', () => {
  expect(nearDay(START, START)).toBe('今天');
  expect(nearDay((START + 1) as LocalDay, START)).toBe('明天');
  expect(nearDay((START + 9) as LocalDay, START)).toBe('11月29日 周日');
  expect(formatMoment(Date.parse('2026-11-20T00:00:00Z'), 'Asia/Shanghai')).toBe('11月20日 周五 08:00');
});
