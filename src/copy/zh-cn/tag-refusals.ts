/** How the bot says no about tags, conditions, tiers and classes. Part of `refusals.ts`. */

import { displayName } from '../../domain/display-name.js';
import type { TagRefusals } from '../../domain/tag-refusals.js';
import { tierName } from './tiers.js';

type Wordings = { readonly [Code in keyof TagRefusals]: (refusal: TagRefusals[Code]) => string };

const MOST_KNOWN = 8;

function among(known: readonly string[], none: string): string {
  if (known.length === 0) return none;
  const shown = known.slice(0, MOST_KNOWN).map(displayName).join('、');
  return `可以是：${shown}${known.length > MOST_KNOWN ? '…' : ''}`;
}

export const tagWordings: Wordings = {
  'tag.unknown': ({ given, known }) =>
    `没有「${displayName(given)}」这个标签。\n${among(known, '先贴一个：/标签 @小林 +英语')}`,
  'tag.unfit': ({ given }) =>
    `「${displayName(given)}」不能做标签名，里面不要有空格、冒号、逗号或比较号，也不要只写数字。\n例如：/标签 @小林 +英语`,
  'tag.too_long': ({ max }) => `标签名最多 ${max} 个字，请短一些。\n例如：/标签 @小林 +英语`,
  'tag.none_given': ({ example }) => `要加或去掉哪个标签？加写 +，去掉写 -。\n例如：${example}`,
  'tag.not_choosable': ({ given, known }) =>
    `「${displayName(given)}」不在可选的标签里。\n${among(known, '现在还没有可选的标签。')}`,
  'tag.no_rule': ({ number }) => `没有编号 ${number} 的标签规则。\n看有哪些：/标签 规则`,
  'tag.too_many_rules': ({ max }) => `最多 ${max} 条标签规则。\n先删一条：/标签 规则 删 1`,
  'tag.not_in_public': () => '谁有什么标签，只在员工群和私聊里说。\n请到那里再发一次，把群名写在前面',
  'condition.empty': () => '还没写条件。\n例如：级:黄金 段:衰退 连续>=7',
  'condition.too_many': ({ max }) => `一次最多 ${max} 个条件。\n分成几次圈，或先给一部分人贴标签`,
  'condition.unknown_word': ({ given, known }) =>
    `条件里的「${displayName(given)}」看不懂。\n可以用：${known.map(displayName).join('、')}`,
  'condition.unknown_value': ({ word, given, known }) =>
    given === ''
      ? `「${word}:」后面还没写。\n${among(known, '现在还没有可以写的。')}`
      : `「${word}:」后面的「${displayName(given)}」没有。\n${among(known, '现在还没有可以写的。')}`,
  'condition.not_a_number': ({ word, given }) =>
    given === ''
      ? `「${displayName(word)}」要和一个数比。\n例如：${displayName(word)}>=7`
      : `「${displayName(word)}」后面的「${displayName(given)}」不是整数。\n例如：${displayName(word)}>=7`,
  'segment.unknown': ({ given, known }) =>
    `没有叫「${displayName(given)}」的圈人，它也不是条件。\n${among(known, '存一个：/圈人 存 快流失 段:衰退')}`,
  'tier.unknown': ({ given, known }) => `没有「${displayName(given)}」这个等级。\n${among(known, '看等级：/等级')}`,
  'tier.exists': ({ name }) => `已经有「${tierName(name)}」这个等级了。\n要改，发送：/等级 改 ${tierName(name)} 打卡30`,
  'tier.first': ({ name }) => `「${tierName(name)}」是大家起步的等级，不能删、也不设门槛。\n看等级：/等级`,
  'tier.in_use': ({ name, people }) =>
    `还有 ${people} 人在「${tierName(name)}」，不能删。\n先把他们换到别的等级，看名单：/圈人 级:${tierName(name)}`,
  'tier.too_many': ({ max }) => `等级最多 ${max} 级。\n先删一级，看等级：/等级`,
  'tier.out_of_order': ({ name, other }) =>
    `「${tierName(name)}」和「${tierName(other)}」的门槛分不出高低，高的一级每项都不能更低。\n看等级：/等级`,
  'tier.unreadable': ({ given }) =>
    `「${displayName(given)}」看不懂。\n例如：/等级 加 黄金 打卡30 积分500 补卡+1 抽奖x2`,
  'tier.held': ({ name, tier }) => `${displayName(name)} 已经是「${displayName(tier)}」了，什么都没有改。`,
  'tier.no_longer': ({ name }) =>
    `${displayName(name)} 的数字已经变了，这条升降不再成立。\n看现在的情况：/为什么 等级 @${displayName(name)}`,
  'class.unknown': ({ given, known }) => `没有「${displayName(given)}」这个分类。\n${among(known, '')}`,
};
