/** What keyboards and phones vary is folded for reading; what is kept of a line is what was typed. */

import { expect, test } from 'vitest';
import { vocabulary } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { parseLocalDay } from '../../../src/domain/local-day.js';
import { foldText } from '../../../src/domain/understanding/fold.js';
import { foldLine } from '../../../src/domain/understanding/line.js';
import { createRecogniser } from '../../../src/domain/understanding/recogniser.js';
import { meaningOf } from './meaning.js';

const FAMILY = '👨\u200d👩\u200d👧';

test.each([
  ['ＡＢＣ１２３', 'ABC123'],
  ['打\u200b卡', '打卡'],
  ['\u202a打卡\u202c', '打卡'],
  ['打卡\u2005读\u00a0书\u3000好', '打卡 读 书 好'],
  ['？！：', '?!:'],
])('%j is folded to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  ['打卡　Ｕｎｉｔ３ 听写', 'check-in|Ｕｎｉｔ３ 听写'],
  ['打\u200b卡 读\u200b书', 'check-in|读\u200b书'],
  [`打卡 ${FAMILY} 读书${FAMILY}`, `check-in|读书${FAMILY}`],
  [`打卡 读书${FAMILY}。`, `check-in|读书${FAMILY}。`],
  ['打卡 ½ 页', 'check-in|½ 页'],
  ['打卡……读……书', 'check-in|读……书'],
  ['打卡\u2005㍿ 读书', 'check-in|㍿ 读书'],
  ['打卡 ①背书 ②跑步', 'check-in|①背书 ②跑步'],
  ['打卡 café e\u0301tude', 'check-in|café e\u0301tude'],
  ['打卡 1️⃣背单词', 'check-in|1️⃣背单词'],
  ['簽到 今日讀完《邊城》', 'check-in|今日讀完《邊城》'],
  ['打卡 \u200b\u200b', 'check-in|'],
  ['打卡 读书\u200b', 'check-in|读书'],
  ['打卡㊗️', 'check-in|'],
  ['打卡⁉️', 'none'],
  ['打卡 读书\u0000', 'check-in|读书\u0000'],
  ['打卡 \ud83d', 'check-in|'],
])('%j keeps its content as typed: %j', (line, meaning) => {
  expect(meaningOf(line)).toBe(meaning);
});

test.each(['打卡，读书', 'ｄｋ', '补　卡', '😀打卡', '打卡…', '㊗️打卡', 'a\u0301'])(
  '%j is folded place by place',
  (typed) => {
    const { text, origin } = foldLine(typed);

    expect(origin?.starts.length ?? typed.length).toBe(text.length);
    expect(origin?.ends.length ?? typed.length).toBe(text.length);
  },
);

test('a bot is known by all its names, the longest first', () => {
  const recognise = createRecogniser(vocabulary);
  const today = parseLocalDay('2026-11-20');
  const names = ['早八', '早八 小助手', 'ＺＢ Bot'];
  const intentOf = (line: string) => today !== undefined && recognise(line, today, names).intent;

  expect(intentOf('@早八 打卡')).toBe('check-in');
  expect(intentOf('@早八 小助手\u2005打卡')).toBe('check-in');
  expect(intentOf('@zb bot 抽奖')).toBe('draw');
  expect(intentOf('@早八哥 打卡')).toBe('none');
  expect(intentOf('@机器人 打卡')).toBe('none');
});
