import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainListWords } from '../../../src/copy/zh-cn/vocabulary/chain-list-words.js';
import { type ChainList, readChainList } from '../../../src/domain/chain-list/chain-list-reader.js';
import { isForCheckIns } from '../../../src/domain/chain-list/heading.js';

function read(text: string): ChainList | undefined {
  return readChainList(chainListWords, text);
}

function linesOf(text: string): readonly string[] {
  return read(text)?.lines.map((line) => line.text) ?? [];
}

/** Without the text, only what tells lines apart. */
function keysOf(text: string): readonly string[] {
  return read(text)?.lines.map(({ key }) => key) ?? [];
}

const CARD = [
  '@学习助手  打卡#接龙',
  '',
  '6月26日打卡 伙伴们加油💪🏻',
  '例 打卡第X天',
  '内容：时长',
  '',
  '1. Kevin涛-早起-8年~18天 打卡19天',
  '读书：100页',
  '跑步20分钟',
  '2. Jasmine 打卡14天 快走20分钟',
].join('\n');

test('a list as WeChat writes it: marker, heading, example, lines that go on below', () => {
  expect(read(CARD)).toMatchObject({ title: '打卡', key: '打卡6月26日打卡伙伴们加油' });
  expect(linesOf(CARD)).toEqual([
    'Kevin涛-早起-8年~18天 打卡19天 读书:100页 跑步20分钟',
    'Jasmine 打卡14天 快走20分钟',
  ]);
});

test.each([
  '1. 小林',
  '1.小林',
  '1、小林',
  '1) 小林',
  '（1）小林',
  '１．小林',
  '①小林',
  '1️⃣ 小林',
  ' 12. 小林',
  '1 . 小林',
])('a line that is numbered as in %j is one', (line) => {
  expect(linesOf(`#接龙\n打卡\n${line}`)).toEqual(['小林']);
});

test('numbers, spaces, width and letter case make no other line', () => {
  expect(keysOf('#接龙\n打卡\n3、EMMA　读了 3页')).toEqual(keysOf('#接龙\n打卡\n1. Emma 读了3页'));
});

test('a date or a figure is no number of a line', () => {
  expect(read('#接龙\n11.20 早读打卡\n1. 小林 3.5页\n2.5页')).toMatchObject({ key: '1120早读打卡' });
  expect(linesOf('#接龙\n11.20 早读打卡\n1. 小林 3.5页\n2.5页')).toEqual(['小林 3.5页 2.5页']);
});

test('numbered rules above an empty line are part of the heading', () => {
  expect(linesOf('#接龙\n早读打卡\n1. 每天一页\n2. 22点前\n\n1. 小林 1页')).toEqual(['小林 1页']);
});

test('an example and an empty line are nobody’s', () => {
  expect(linesOf('#接龙\n打卡\n1. 示例：张三 3页\n2. 例 李四\n3. \n4. 小林')).toEqual(['小林']);
});

test.each([
  ['without a marker', '早读打卡\n1. 小林\n2. 小雨'],
  ['with the marker in a sentence alone', '今天的打卡接龙规则：\n1. 每人一行\n2. 不改别人的'],
  ['asking about one', '谁发一下打卡接龙？\n1. 小林'],
  ['without a line', '#接龙\n早读打卡'],
  ['in a quotation', '「小雨：#接龙\n打卡\n1. 小雨」\n- - -\n好'],
  ['beyond all bounds', `#接龙\n打卡\n1. ${'长'.repeat(20_000)}`],
])('text %s is no list', (_, text) => {
  expect(read(text)).toBeUndefined();
});

test('of a list without end the first five hundred lines are read', () => {
  const lines = Array.from({ length: 700 }, (_, index) => `${(index % 999) + 1}. 人${index}`);

  expect(linesOf(`#接龙\n打卡\n${lines.join('\n')}`)).toHaveLength(500);
});

test.each(['早读打卡', '今日任务', '11月20日签到', '3.2 晨读', '每日一读 第3天'])(
  'a list headed %j is for checking in',
  (title) => {
    expect(isForCheckIns(chainListWords, { title, key: title }, [])).toBe(true);
  },
);

test.each([
  '周六聚餐',
  '打卡活动报名',
  '奶茶团购',
  '明天早读',
  '没打卡的同学',
  '补卡',
  '打卡规则说明',
  '订餐',
  '',
  '8.7',
])('a list headed %j is not', (title) => {
  expect(isForCheckIns(chainListWords, { title, key: title }, [])).toBe(false);
});

test('of a manager’s words on headings the longest decide', () => {
  const rules = [
    { words: '跑', counts: true },
    { words: '跑步报名', counts: false },
  ];

  expect(isForCheckIns(chainListWords, { title: '', key: '3月晨跑' }, rules)).toBe(true);
  expect(isForCheckIns(chainListWords, { title: '', key: '3月跑步报名' }, rules)).toBe(false);
});

test('nothing makes it throw, and nothing takes long', () => {
  const started = performance.now();

  for (const part of ['1. ', '①', '#接龙\n', '1️⃣', '\n1.\n', 'a ', '例 ', '👨‍👩‍👧', '\u202e'])
    read(`#接龙\n打卡\n1. ${part.repeat(4_000)}`);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('#接龙', '接龙', '\n', '1.', '2、', '小林', ' ', '例', '\u0000', '\ud800', '：', '1️⃣')),
      (parts) => {
        const list = read(parts.join(''));

        for (const line of list?.lines ?? []) expect(line.key).not.toBe('');
      },
    ),
  );

  expect(performance.now() - started).toBeLessThan(15_000);
});
