/** How the bot says no about orders, cards and what they bring. Part of `refusals.ts`. */

import type { CardRefusals } from '../../domain/card-refusals.js';
import { displayName } from '../../domain/display-name.js';
import { cardName, orderState } from './cards.js';
import { formatYuan } from './money.js';

type Wordings = { readonly [Code in keyof CardRefusals]: (refusal: CardRefusals[Code]) => string };

export const cardWordings: Wordings = {
  'card.none': ({ name }) =>
    `${displayName(name)} 现在没有可用的会员卡。\n先记一笔订单：/订单 @${displayName(name)} 季卡 199`,
  'card.which_course': ({ name, courses, example }) =>
    `${displayName(name)} 有几门课的会员卡：${courses.join('、')}，要动哪一张？\n课程写在最后，例如：${example} ${courses[0] ?? ''}`,
  'card.frozen': ({ name }) => `${displayName(name)} 的会员卡已经冻结了。\n要接着用：/会员 @${displayName(name)} 解冻`,
  'card.not_frozen': ({ name }) =>
    `${displayName(name)} 的会员卡没有冻结。\n要先停用：/会员 @${displayName(name)} 冻结`,
  'card.not_an_upgrade': ({ from, to }) =>
    `现在就是${cardName(from)}，换成${cardName(to)}不算升级。\n想接着续就直接记：/订单 @小林 ${cardName(to)} 199`,
  'card.rest_exceeds': ({ rest, price }) =>
    `旧卡还值 ${formatYuan(rest)} 元，比新卡的 ${formatYuan(price)} 元还多，没有升级。\n换一张更长的卡，例如：/订单 升级 @小林 年卡 ${formatYuan(rest + 10_000)}`,
  'order.unknown': ({ id }) => `没有编号 ${id} 的订单。\n看最近的，发送：/订单`,
  'order.not_paid': ({ id, state }) => `订单 ${id} 现在是「${orderState(state)}」，不能退款。\n看一眼：/订单 ${id}`,
  'order.not_pending': ({ id, state }) => `订单 ${id} 现在是「${orderState(state)}」，不是待付。\n看一眼：/订单 ${id}`,
  'order.refund_too_much': ({ id, left }) =>
    `订单 ${id} 最多还能退 ${formatYuan(left)} 元。\n例如：/订单 退款 ${id} ${formatYuan(left)}`,
  'order.which_course': ({ courses, example }) =>
    courses.length === 0
      ? '还没有课程，会员卡要跟着一门课。\n先选一个：/课程 使用 英语'
      : `要写明是哪门课：${courses.join('、')}。\n例如：${example}`,
  'order.not_an_amount': ({ given }) =>
    `「${displayName(given)}」不是金额，最多两位小数。\n例如：/订单 @小林 季卡 199.5`,
  'order.not_a_kind': ({ given }) =>
    `「${displayName(given)}」不是会员卡，可以是：天卡、周卡、月卡、季卡、年卡、终身卡。\n例如：/订单 @小林 季卡 199`,
  'order.in_public': () => '订单和金额不在群里说。\n请到员工群或私聊里发送：/订单',
  'payment.unknown': ({ id }) => `没有编号 ${id} 的待认领付款。\n看有哪些，发送：/待办`,
  'entitlement.unknown': ({ name, known }) =>
    known.length === 0
      ? `没有「${displayName(name)}」这项权益。\n看定了哪些，发送：/权益`
      : `没有「${displayName(name)}」这项权益，有：${known.join('、')}。\n例如：/权益 用 @小林 ${known[0] ?? ''}`,
  'entitlement.used_up': ({ name, entitlement }) =>
    `${displayName(name)} 的「${entitlement}」已经用完了。\n看还有什么，发送：/会员 @${displayName(name)}`,
  'entitlement.card_over': ({ name }) =>
    `${displayName(name)} 的会员卡停着或到期了，权益暂时不能用。\n看一眼：/会员 @${displayName(name)}`,
  'card_codes.unknown_batch': ({ id }) => `没有编号 ${id} 的兑换码批次。\n看有哪些，发送：/兑换码`,
  'card_codes.too_many': ({ most }) => `一次最多生成 ${most} 个。\n例如：/兑换码 生成 季卡 ${most}`,
  'card_codes.revoked': ({ id }) => `批次 ${id} 已经作废过了。\n看有哪些，发送：/兑换码`,
};
