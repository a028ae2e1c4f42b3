/**
 * Cost grows with the length of a line and no faster. The machine is shared and may be a slow one: a line has several runs to
 * keep its limit, and one that keeps it in none is held against ten tenths of itself.
 */

import { expect, test } from 'vitest';
import { vocabulary } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { parseLocalDay } from '../../../src/domain/local-day.js';
import { createRecogniser } from '../../../src/domain/understanding/recogniser.js';
import { understood } from './meaning.js';

const TODAY = '2026-11-20';
const SIZE = 10_000;
/** Five milliseconds on a quiet machine. A backtracking pattern takes seconds. */
const LIMIT_MS = 25;
/** Times what ten tenths of the line take: a pattern whose cost grows with the square takes ten times as long. */
const MOST_TENTHS = 3;
const MOST_RUNS = 20;

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

function timeOf(lines: readonly string[]): number {
  const start = performance.now();
  for (const line of lines) understood(line, TODAY);
  return performance.now() - start;
}

function isSlow(lineOf: (size: number) => string): boolean {
  const line = lineOf(SIZE);
  const tenths = Array.from({ length: 10 }, () => lineOf(SIZE / 10));
  let best = Infinity;
  let bestOfTenths = Infinity;
  for (let run = 0; run < MOST_RUNS && best > LIMIT_MS; run++) {
    best = Math.min(best, timeOf([line]));
    bestOfTenths = Math.min(bestOfTenths, timeOf(tenths));
  }
  return best > LIMIT_MS && best > MOST_TENTHS * bestOfTenths;
}

test.each(REPEATED)('ten thousand characters of %j are read in no time', (repeated) => {
  const lines = STARTS.flatMap((start) =>
    ['', '。卡', '？'].map((end) => (size: number) => start + repeated.repeat(size / repeated.length) + end),
  );

  const slow = lines.filter(isSlow);

  expect(slow.map((lineOf) => lineOf(SIZE).slice(0, 20))).toEqual([]);
});

/** V8 keeps what it has compiled by its source, so each has a word of its own. */
function newRecogniser(word: string) {
  const { script } = vocabulary;
  return createRecogniser({ ...vocabulary, script: { ...script, triggerWords: [...script.triggerWords, word] } });
}

test('chat is dismissed at once by a recogniser that has read nothing yet: half a second once went into compiling', () => {
  const today = parseLocalDay(TODAY);
  if (today === undefined) throw new Error(`no such day: ${TODAY}`);

  const times = ['甲乙', '丙丁', '戊己'].map((word) => {
    const recognise = newRecogniser(word);
    const start = performance.now();
    for (const line of ['今天天气真好', 'good morning', '今天天气真好']) recognise(line, today);
    return performance.now() - start;
  });

  expect(Math.min(...times)).toBeLessThan(50);
});
