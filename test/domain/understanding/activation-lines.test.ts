/** Codes for cards, said by whoever has one; and talk of codes and of activating, which is nobody's affair. */

import { expect, test } from 'vitest';
import { botName } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { meaningOf } from './meaning.js';

test.each([
  '激活 K7Q3-MXAB-92ZT-HHW4',
  '激活：K7Q3-MXAB-92ZT-HHW4',
  '激活码 k7q3-mxab-92zt-hhw4',
  '激活k7q3-mxab-92zt-hhw4',
  '我的激活码是 K7Q3-MXAB-92ZT-HHW4',
  '激活会员 Ｋ７Ｑ３－ＭＸＡＢ－９２ＺＴ－ＨＨＷ４',
  '兑换码：K7Q3-MXAB-92ZT-HHW4',
  '兌換碼 K7Q3-MXAB-92ZT-HHW4',
  '兑换 K7Q3-MXAB-92ZT-HHW4',
  '我要激活 K7Q3-MXAB-92ZT-HHW4，谢谢',
  '请激活 K7Q3–MXAB–92ZT–HHW4。',
  `@${botName} 激活 K7Q3-MXAB-92ZT-HHW4`,
])('%s says a code', (line) => {
  expect(meaningOf(line).replaceAll(/\p{Pd}/gu, '-')).toBe('activate-code|K7Q3-MXAB-92ZT-HHW4');
});

test.each([
  ['激活 K7Q3MXAB92ZTHHW4', 'K7Q3MXAB92ZTHHW4'],
  ['激活 k7q3 mxab 92zt hhw4', 'K7Q3 MXAB 92ZT HHW4'],
  ['激活 AAAA-BBBB', 'AAAA-BBBB'],
  ['激活 ABCD-EFGH-JKMN-PQRS', 'ABCD-EFGH-JKMN-PQRS'],
])('%s says one too, however it is parted or cut short', (line, code) => {
  expect(meaningOf(line)).toBe(`activate-code|${code}`);
});

test.each([
  '激活',
  '激活一下气氛',
  '激活码是什么',
  '激活码怎么用？',
  '谁有激活码',
  '激活 windows11',
  '激活 Office2021',
  '激活 responsibilities',
  '激活 this code from here',
  '激活 13800138000',
  '激活 K7Q3',
  '激活不了 K7Q3-MXAB-92ZT-HHW4',
  '激活 K7Q3-MXAB-92ZT-HHW4 吗？',
  '激活 K7Q3-MXAB-92ZT-HHW4 没反应',
  '激活 K7Q3-MXAB-92ZT-HHW4 和 M2P4-QRST-92ZT-HHW4 哪个对',
  '他说激活 K7Q3-MXAB-92ZT-HHW4',
  '@小周 激活 K7Q3-MXAB-92ZT-HHW4',
  '发激活 K7Q3-MXAB-92ZT-HHW4 就行',
  '兑换码发我一下',
  '会员码在哪看',
  '我用激活码开的会员',
  '今天激活了大脑，读书20页',
])('%s is talk', (line) => {
  expect(meaningOf(line)).toBe('none');
});
