/** A chain list is nobody's own line, whatever it says: it is read by what reads such lists. */

import { expect, test } from 'vitest';
import { meaningOf } from './meaning.js';

const CHAINS: readonly string[] = [
  '#接龙\n打卡\n1. 小林 打卡 今天读了3页',
  '#接龙\n今日打卡 #打卡\n1. 小林 #打卡',
  '＃接龙\n打卡\n１．小林',
  '打卡 接龙\n1. 小林 读3页',
  '打卡接龙：\n1、小林\n2、小雨',
  '打卡\n#接龙\n1. 小林 读了3页',
  '@机器人 打卡#接龙\n\n1) 小林',
  '#接龍\n簽到\n1. 小林',
];

test.each(CHAINS)('%j is a list and no check-in', (line) => {
  expect(meaningOf(line)).toBe('none');
});

test.each(['打卡 今天的接龙故事写了三段\n1. 起因\n2. 经过', '打卡 成语接龙 20 个'])('%j is a check-in', (line) => {
  expect(meaningOf(line)).toMatch(/^check-in/u);
});

test.each(['证书', '我的证书', '领证书', '结营证书', '證書', '领取证书吧', '看我的证书'])(
  '%j asks for the certificate',
  (line) => {
    expect(meaningOf(line)).toBe('certificate');
  },
);

test.each(['证书什么时候发', '有证书吗', '我的证书呢？', '证书好看', '教师资格证书', '领证书要什么条件', '发证书了'])(
  '%j is talk about certificates',
  (line) => {
    expect(meaningOf(line)).toBe('none');
  },
);
