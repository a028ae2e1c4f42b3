/** How members choose tags for themselves, and what is talk. All lines are said on Friday, 20 November 2026. */

import { expect, test } from 'vitest';
import { meaningOf } from './meaning.js';

const MEANT: readonly (readonly [line: string, meaning: string])[] = [
  ['选标签', 'choose-tag|choose|'],
  ['选标签！', 'choose-tag|choose|'],
  ['選標籤 晨读', 'choose-tag|choose|晨读'],
  ['选标签 晨读', 'choose-tag|choose|晨读'],
  ['选标签：晨读、夜猫', 'choose-tag|choose|晨读 夜猫'],
  ['我要选标签 晨读～', 'choose-tag|choose|晨读'],
  ['不选标签 晨读', 'choose-tag|drop|晨读'],
  ['取消标签 晨读', 'choose-tag|drop|晨读'],
  ['我是 晨读', 'choose-tag|is|晨读'],
  ['我是：夜猫', 'choose-tag|is|夜猫'],
  ['@机器人 选标签 晨读', 'choose-tag|choose|晨读'],
];

const TALK: readonly string[] = [
  '我是小林',
  '我是新来的，请多关照',
  '我是 晨读 还是 夜猫 呢',
  '我是 夜猫 你呢？',
  '我是不是选错标签了',
  '选标签怎么选',
  '选标签是干嘛的？',
  '选标签 哪个好？',
  '标签',
  '我是 @小周 的同学',
  '大家都是 晨读 吗',
  '不选标签',
  '我是 Hi, nice to meet you',
];

test.each(MEANT)('%s', (line, meaning) => {
  expect(meaningOf(line)).toBe(meaning);
});

test.each(TALK)('%s is talk', (line) => {
  expect(meaningOf(line)).not.toContain('choose-tag');
});
