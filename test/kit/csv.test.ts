import { expect, test } from 'vitest';
import { csvLine } from '../../src/kit/csv.js';
import { parseCsv } from '../support/read-csv.js';

test('cells are separated by commas and a record ends in CRLF', () => {
  expect(csvLine(['小林', 3, null, '打卡'])).toBe('小林,3,,打卡\r\n');
});

test.each([
  ['a comma', '读书,跑步', '"读书,跑步"'],
  ['a quote', '他说"早"', '"他说""早"""'],
  ['a line feed', '一\n二', '"一\n二"'],
  ['a carriage return', '一\r二', '"一\r二"'],
  ['nothing special', 'abc 早 👋🏽', 'abc 早 👋🏽'],
])('a text with %s is quoted where it must be', (_what, text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

test.each([
  '=1+1',
  '+86 138',
  '-1',
  '@小林',
  '＝1+1',
  '＋1',
  '－1',
  '＠小林',
  '\t=1',
  '\rcmd',
  '  =1',
  '\n=1',
  '\u200b=1',
  '\u202e=1',
  '\u0000=1',
  '\ufeff@x',
])('%j is guarded, so that no spreadsheet runs it', (text) => {
  const [[cell]] = parseCsv(`\uFEFF${csvLine([text])}`) as [[string]];

  expect(cell).toBe(`'${text.replaceAll('\u0000', '')}`);
});

test.each(['a=1', '3-2', '早@8', '「=」', '', '  早'])('%j is no formula and stays as it is', (text) => {
  expect(csvLine([text])).toBe(`${text}\r\n`);
});

test('a number of ours stays a number, a negative one too', () => {
  expect(csvLine([-15, 0, 20])).toBe('-15,0,20\r\n');
});

test('U+0000 is left out', () => {
  expect(csvLine(['小\u0000林'])).toBe('小林\r\n');
});
