/** Codes of invitation, said by newcomers; and talk about them, which is nobody's affair. */

import { expect, test } from 'vitest';
import { botName } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { meaningOf } from './meaning.js';

test.each([
  '邀请码 K7Q3MXAB',
  '邀请码：K7Q3MXAB',
  '邀请码K7Q3MXAB',
  '邀请码是K7Q3MXAB',
  '我的邀请码是 k7q3mxab',
  '我的邀请码是：K7Q3MXAB',
  '朋友的邀请码 K7Q3MXAB',
  '邀請碼 K7Q3MXAB',
  '填邀请码 K7Q3MXAB。',
  '邀请码 Ｋ７Ｑ３ＭＸＡＢ',
  '邀请码 K7Q3MXAB，谢谢',
  `@${botName} 邀请码 K7Q3MXAB`,
])('%s says a code', (line) => {
  expect(meaningOf(line)).toBe('invitation-code|K7Q3MXAB');
});

test.each(['我的邀请码', '查看我的邀请码', '领取邀请码', '帮我查我的邀请码', '我的邀请码～'])(
  '%s asks for one',
  (line) => {
    expect(meaningOf(line)).toBe('own-code');
  },
);

test.each([
  '邀请码是什么',
  '邀请码',
  '邀请码怎么用？',
  '谁有邀请码',
  '邀请码 K7Q3',
  '邀请码 K7Q3MXAB9',
  '用我的邀请码 K7Q3MXAB 报名可以便宜哦',
  '邀请码 K7Q3MXAB 和 M2P4QRST 哪个对',
  '他说邀请码 K7Q3MXAB',
  '邀请码 K7Q3MXAB 吗？',
  '邀请码 K7Q3MXAB 过期了',
  '邀请马上开始',
  '我的邀请码呢',
  '@小周 邀请码 K7Q3MXAB',
  'K7Q3MXAB',
])('%s is talk', (line) => {
  expect(meaningOf(line)).toBe('none');
});
