import { expect, test } from 'vitest';
import { momentWords } from '../../src/copy/zh-cn/activities.js';
import { parseLocalDay } from '../../src/domain/local-day.js';
import { takeMoment } from '../../src/domain/moment-words.js';
import { parseDay } from '../../src/understand.js';

/** Monday, 2 March 2026, 09:00 in Shanghai. */
const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const today = parseLocalDay('2026-03-02');

function moment(line: string): string | undefined {
  if (today === undefined) throw new Error('There is no such day.');
  const tokens = line.split(' ');
  const taken = takeMoment(tokens, { now: NOW, zone: 'Asia/Shanghai', today, words: momentWords, parseDay });
  return taken && `${new Date(taken.at + 8 * 3_600_000).toISOString().slice(5, 16)} ${taken.took}`;
}

test.each([
  ['20:00', '03-02T20:00 1'],
  ['20：00', undefined],
  ['8点', '03-02T08:00 1'],
  ['晚上8点', '03-02T20:00 1'],
  ['晚上8点半', '03-02T20:30 1'],
  ['下午3点15分', '03-02T15:15 1'],
  ['下午3点15', '03-02T15:15 1'],
  ['中午12点', '03-02T12:00 1'],
  ['晚上12点', '03-02T00:00 1'],
  ['今晚8点', '03-02T20:00 1'],
  ['今晚 20:00', '03-02T20:00 2'],
  ['明晚8点', '03-03T20:00 1'],
  ['明早9点', '03-03T09:00 1'],
  ['明天 20:00', '03-03T20:00 2'],
  ['明天20:00', '03-03T20:00 1'],
  ['周五 晚上8点', '03-06T20:00 2'],
  ['3-18 18:00', '03-18T18:00 2'],
  ['3月18日 18:00', '03-18T18:00 2'],
  ['10分钟', '03-02T09:10 1'],
  ['2小时', '03-02T11:00 1'],
  ['明天', undefined],
  ['25:00', undefined],
  ['12:60', undefined],
  ['保温杯', undefined],
  ['20份', undefined],
])('%s is %s', (line, expected) => {
  expect(moment(line)).toBe(expected);
});
