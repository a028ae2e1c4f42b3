/** What the bot says by itself about cards: to staff what came in and what ends, to members that their card ends. */

import type { CardKind } from '../../domain/card-kind.js';
import type { CardNews } from '../../domain/card-news.js';
import type { Reminder } from '../../domain/card-status.js';
import { displayName, displayTopic } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay } from './calendar.js';
import { cardName } from './cards.js';
import { formatYuan } from './money.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const choices = { ignore: '忽略', takeBack: '收回', keep: '保留' } as const;

interface Unclaimed {
  readonly id: number;
  readonly amount: number;
  readonly number: string;
  readonly state: 'unclaimed' | 'mismatch';
}

export function unclaimedPayment({ id, amount, number, state }: Unclaimed): string {
  const why = state === 'mismatch' ? '和订单的金额或状态对不上' : '不知道是谁的';
  return `收到付款 ${formatYuan(amount)} 元（单号 ${displayName(number)}），${why}。认领：/订单 认领 ${id} @某人 季卡`;
}

export function paymentIgnored(): string {
  return '这笔付款不再提醒，没有开通会员。';
}

interface PartialRefund {
  readonly orderId: number;
  readonly amount: number;
  readonly left: number;
}

export function partialRefund({ orderId, amount, left }: PartialRefund, name: string): string {
  const rest = left < 0 ? '，比付的还多，请核对' : `，还剩 ${formatYuan(left)} 元没退`;
  return `${displayName(name)} 的订单 ${orderId} 退了 ${formatYuan(amount)} 元${rest}，会员卡还在`;
}

export function cardTakenBack(orderId: number): string {
  return `订单 ${orderId} 的会员卡已收回，今天起不再有效。`;
}

export function cardKept(): string {
  return '会员卡保留，不受这次退款影响。';
}

const MOST_LINES = 6;

/** To staff rooms, all of a few minutes at once. */
export function cardNews(news: readonly CardNews[]): string {
  const shown = news.slice(0, MOST_LINES);
  const more = news.length > shown.length ? [`还有 ${news.length - shown.length} 条，发送 /会员 看快到期的`] : [];
  return ['【会员】', ...shown.map(newsLine), ...more].join('\n');
}

function newsLine(news: CardNews): string {
  const whose = `${displayName(news.name)} ${news.course}${cardName(news.kind)}`;
  if (news.type === 'ending') return endingLine(news, whose);
  if (news.type === 'public-code') return publicCodeLine(news);
  const amount = `${formatYuan(news.amount)} 元`;
  return news.type === 'paid'
    ? `付款 ${amount}：${whose}，订单 ${news.orderId} 已开通`
    : `退款 ${amount}：${whose}，订单 ${news.orderId} 已收回`;
}

function publicCodeLine({ name, topic, tail, course, kind, batchId }: CardNews & { readonly type: 'public-code' }) {
  const code = `${course}${cardName(kind)}兑换码 …${tail}（批次 ${batchId}）`;
  return `${displayName(name)} 把${code}发在了「${displayTopic(topic)}」，还没用，已只留给本人激活`;
}

function endingLine(news: CardNews & { readonly type: 'ending' }, whose: string): string {
  const day = formatDay(news.through);
  if (news.when === 'lapsed') return `${whose} ${day} 到期，宽限期过了，已按到期处理`;
  const told = news.told ? '已私聊提醒' : '还没法私聊，请人提醒';
  return news.when === 'after' ? `${whose} ${day} 已到期，${told}` : `${whose} ${day} 到期，${told}`;
}

export interface Ending {
  readonly course: string;
  readonly kind: CardKind;
  readonly through: LocalDay;
}

type Line = (whose: string, day: string, left: number) => string;

const WEEK: Eight<Line> = [
  (whose, day, left) => `你的${whose}到 ${day}，还有 ${left} 天。`,
  (whose, day) => `提前说一声：${whose} ${day} 到期。`,
  (whose, day, left) => `${whose}还有 ${left} 天，到 ${day} 为止。`,
  (whose, day) => `${day}，你的${whose}就到期了。`,
  (whose, day) => `${day} 是${whose}的最后一天，先告诉你。`,
  (whose, day, left) => `你的${whose}剩最后 ${left} 天，到 ${day}。`,
  (whose, day) => `留意一下，${whose}用到 ${day}。`,
  (whose, day) => `${whose}快到期了，最后一天是 ${day}。`,
];

const EVE: Eight<Line> = [
  (whose, day) => `你的${whose}明天（${day}）到期。`,
  (whose, day) => `明天 ${day} 是${whose}的最后一天。`,
  (whose, day) => `${whose}用到明天，${day}。`,
  (whose, day) => `提醒一下：${whose}到 ${day}，就是明天。`,
  (whose, day) => `再过一天，${day}，${whose}到期。`,
  (whose, day) => `${day} 以后${whose}就用不了了，现在还来得及续。`,
  (whose, day) => `你的${whose}只剩明天一天，到 ${day}。`,
  (whose, day) => `最后提醒：${whose}明天 ${day} 到期。`,
];

const AFTER: Eight<Line> = [
  (whose, day) => `你的${whose} ${day} 到期了，记录都还在。`,
  (whose, day) => `${whose}在 ${day} 用完了，打卡记录给你留着。`,
  (whose, day) => `${day} 起${whose}停了，想接着学随时回来。`,
  (whose, day) => `${whose} ${day} 到期，现在续上可以接着学。`,
  (whose, day) => `你的${whose}到 ${day} 为止，之前的连续天数都记着。`,
  (whose, day) => `这几天没续${whose}（${day} 到期），需要的话说一声。`,
  (whose, day) => `${whose} ${day} 结束了，谢谢你一路坚持。`,
  (whose, day) => `${day} 到期的${whose}还没续，名额先给你留几天。`,
];

const LINES: Readonly<Record<Reminder, Eight<Line>>> = { week: WEEK, eve: EVE, after: AFTER };

/** In private; `who` varies it from one member to the next. */
export function endingReminder(reminder: Reminder, { course, kind, through }: Ending, who: Occasion): string {
  const line = variantOf(LINES[reminder], who)(`${course}${cardName(kind)}`, formatDay(through), through - who.day);
  return `${line}\n要续费，找群里的运营就行；看详情发送：我的会员`;
}
