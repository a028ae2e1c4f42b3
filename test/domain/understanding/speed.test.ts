/**
 * Cost grows with the length of a line and no faster. Times are the best of several runs, and a line that is over its limit is
 * held against a tenth of itself: the machine is shared, and may be a slow one.
 */

import { expect, test } from 'vitest';
import { understood } from './meaning.js';

const TODAY = '2026-11-20';
const SIZE = 10_000;
/** Five milliseconds on a quiet machine. A backtracking pattern takes seconds. */
const LIMIT_MS = 25;
/** A tenth of the line, ten times: a pattern whose cost grows with the square takes a hundred. */
const MOST_TENTHS = 30;

const STARTS = ['', '打卡 ', '打卡', '补卡 ', '请假 ', '#打卡 ', '提问 ', '兑换 ', '「', '打卡成功', '补昨天', '卡 '];
const REPEATED = [
  ...String.raw`打卡|打卡了|早|早安|今天|11.20|11-|1|1/|第|第1|一|周|连续1|我的|#|#打卡|#早|《|“|"|「|[|[强]|😀`.split(
    '|',
  ),
  ...String.raw`👨‍👩‍👧|1️⃣|@|@机器人|?|!|…|㊗|-|re|d1|a'|吗|补昨天|和昨天|今天请假|打错了|谢谢|成功|打卡成功|的聊天记录`.split(
    '|',
  ),
  ' ',
  '\n',
  '\u200b',
  'a ',
  '# ',
  '打卡 ',
  '小林: a\n',
  '小林 1:1\n',
];

function bestTime(line: string): number {
  const times = Array.from({ length: 4 }, () => {
    const start = performance.now();
    understood(line, TODAY);
    return performance.now() - start;
  });
  return Math.min(...times);
}

function isSlow(lineOf: (size: number) => string): boolean {
  const time = bestTime(lineOf(SIZE));
  return time > LIMIT_MS && time > MOST_TENTHS * bestTime(lineOf(SIZE / 10));
}

test.each(REPEATED)('ten thousand characters of %j are read in no time', (repeated) => {
  const lines = STARTS.flatMap((start) =>
    ['', '。卡', '？'].map((end) => (size: number) => start + repeated.repeat(size / repeated.length) + end),
  );

  const slow = lines.filter(isSlow);

  expect(slow.map((lineOf) => lineOf(SIZE).slice(0, 20))).toEqual([]);
});
