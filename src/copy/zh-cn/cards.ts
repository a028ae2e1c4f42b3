/** What the bot says about cards (会员卡), orders (订单) and what cards bring (权益). */

import type { CardKind } from '../../domain/card-kind.js';
import type { CardStatus } from '../../domain/card-status.js';
import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { CardEventType } from '../../domain/member-card.js';
import type { OrderSource, OrderState } from '../../domain/order.js';
import { formatDay, formatMoment, nearDay } from './calendar.js';
import { formatYuan } from './money.js';
import type { InRoom } from './name-list.js';

export const triggers = {
  order: ['订单', '记订单'],
  card: ['会员', '会员卡'],
  own: ['我的会员', '我的会员卡', '我的权益', '会员到期'],
  entitlement: ['权益'],
} as const;
export const summaries = {
  order: '记一笔订单、看订单、退款、升级、导入',
  card: '看成员的会员卡，冻结、解冻、补天数',
  own: '看自己的会员卡还有几天、有什么权益',
  entitlement: '定每种卡带什么权益，记一次使用',
} as const;
export const examples = {
  order: '/订单 @小林 季卡 199',
  orderOfCourse: '/订单 @小林 英语 季卡 199',
  refund: '/订单 退款 12',
  upgrade: '/订单 升级 @小林 年卡 699',
  awaiting: '/订单 待付 @小林 季卡 199',
  claim: '/订单 认领 3 @小林 季卡',
  import: '/订单 导入 试跑',
  card: '/会员 @小林',
  freeze: '/会员 @小林 冻结',
  own: '我的会员',
  entitlement: '/权益 用 @小林 一对一',
  rule: '/权益 季卡 一对一 2次',
  ruleOfCourse: '/权益 英语 季卡 一对一 2次',
} as const;
export const labels = {
  order: '订单',
  member: '成员',
  id: '编号',
  kind: '会员卡',
  amount: '金额',
  days: '天数',
  times: '次数',
  list: '订单表',
  card: '会员',
  entitlement: '权益',
} as const;

export const kinds: Readonly<Record<string, CardKind>> = {
  天卡: 'day',
  日卡: 'day',
  单日卡: 'day',
  周卡: 'week',
  月卡: 'month',
  季卡: 'quarter',
  季度卡: 'quarter',
  年卡: 'year',
  终身卡: 'lifetime',
  永久卡: 'lifetime',
};
/** A price of nothing. */
export const FREE: readonly string[] = ['赠送', '免费', '送', '0', '0元', '0.00'];
export const NOTE_MARK = /^备注[:：]?\s*/u;

export type OrderAction = 'refund' | 'await' | 'upgrade' | 'import' | 'claim';
export const orderActions: Readonly<Record<string, OrderAction>> = {
  退款: 'refund',
  待付: 'await',
  升级: 'upgrade',
  导入: 'import',
  认领: 'claim',
};
export type CardAction = 'freeze' | 'thaw' | 'add';
export const cardActions: Readonly<Record<string, CardAction>> = {
  冻结: 'freeze',
  停卡: 'freeze',
  解冻: 'thaw',
  复卡: 'thaw',
  补: 'add',
  延长: 'add',
};
export const ruleActions: Readonly<Record<string, 'use' | 'remove'>> = {
  用: 'use',
  使用: 'use',
  删: 'remove',
  删除: 'remove',
};
export const UNLIMITED: readonly string[] = ['不限', '不限次', '无限'];
export const importModes: Readonly<Record<string, 'dry-run' | 'skip-bad'>> = {
  试跑: 'dry-run',
  预演: 'dry-run',
  跳过错行: 'skip-bad',
};

const KINDS: Readonly<Record<CardKind, string>> = {
  day: '天卡',
  week: '周卡',
  month: '月卡',
  quarter: '季卡',
  year: '年卡',
  lifetime: '终身卡',
};

export function cardName(kind: CardKind): string {
  return KINDS[kind];
}

const STATES: Readonly<Record<OrderState, string>> = {
  pending: '待付',
  paid: '已付',
  refunded: '已退款',
  cancelled: '已撤销',
};

export function orderState(state: OrderState): string {
  return STATES[state];
}

const SOURCES: Readonly<Record<OrderSource, string>> = {
  staff: '运营登记',
  code: '兑换码',
  import: '表格导入',
  payment: '微信支付',
};

export function orderSource(source: OrderSource): string {
  return SOURCES[source];
}

export interface ShownBrought {
  readonly name: string;
  readonly quota: number | null;
}

function quotaWords({ name, quota }: ShownBrought): string {
  return quota === null ? `${name} 不限次` : `${name} ${quota} 次`;
}

export interface Recorded {
  readonly id: number;
  readonly name: string;
  readonly course: string;
  readonly kind: CardKind;
  readonly amount: number;
  readonly credit: number;
  readonly through: LocalDay | null | undefined;
  readonly today: LocalDay;
  readonly brought: readonly ShownBrought[];
  /** A like one of the same day. */
  readonly twin: number | undefined;
}

export function recorded(order: Recorded, inRoom: InRoom): string {
  const { id, name, course, kind, amount, credit, through, today, brought, twin } = order;
  const price = credit > 0 ? `补 ${formatYuan(amount)} 元（旧卡抵 ${formatYuan(credit)} 元）` : priceWords(amount);
  return [
    `已记订单 ${id}：${displayName(name)} ${course}${cardName(kind)} ${price}`,
    throughLine(through, today),
    ...(brought.length === 0 ? [] : [`权益：${brought.map(quotaWords).join('、')}`]),
    ...(twin === undefined ? [] : [`今天已有一笔一样的：订单 ${twin}，重复了就撤销这笔。`]),
    `记错了 24 小时内可以：${inRoom('/撤销')}`,
  ].join('\n');
}

function priceWords(amount: number): string {
  return amount === 0 ? '赠送' : `${formatYuan(amount)} 元`;
}

function throughLine(through: LocalDay | null | undefined, today: LocalDay): string {
  if (through === undefined) return '会员卡没有变化。';
  if (through === null) return '会员：终身有效';
  const left = through - today + 1;
  return left > 0
    ? `会员到 ${longDay(through, today)}（还有 ${left} 天）`
    : `会员到 ${longDay(through, today)}，已经过了`;
}

/** With the year where it is another than today's half year. */
function longDay(day: LocalDay, today: LocalDay): string {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  return new Date(today * 86_400_000).getUTCFullYear() === year ? formatDay(day) : `${year}年${formatDay(day)}`;
}

/** What would be done, for the confirmation. */
export function recording(course: string, kind: CardKind, amount: number): string {
  return `开通${course}${cardName(kind)}，${priceWords(amount)}`;
}

export function refunding(id: number, amount: number): string {
  return `订单 ${id} 退款 ${formatYuan(amount)} 元，会员卡收回`;
}

export function upgrading(course: string, kind: CardKind, amount: number): string {
  return `升级到${course}${cardName(kind)}，补 ${formatYuan(amount)} 元`;
}

interface Refunded {
  readonly id: number;
  readonly name: string;
  readonly amount: number;
  readonly through: LocalDay | null | undefined;
  readonly today: LocalDay;
}

export function refunded({ id, name, amount, through, today }: Refunded): string {
  const rest =
    through === undefined || (through !== null && through < today)
      ? '会员卡已收回，今天起不再有效。'
      : throughLine(through, today);
  return `订单 ${id} 退款 ${formatYuan(amount)} 元，记好了，钱要您自己退给 ${displayName(name)}。\n${rest}`;
}

interface AwaitedOrder {
  readonly id: number;
  readonly name: string;
  readonly course: string;
  readonly kind: CardKind;
  readonly amount: number;
  readonly number: string;
}

export function awaited({ id, name, course, kind, amount, number }: AwaitedOrder): string {
  return [
    `待付订单 ${id}：${displayName(name)} ${course}${cardName(kind)} ${formatYuan(amount)} 元`,
    `收款时商户单号填：${number}`,
    '付好了会自动开通；线下收到钱就直接记：/订单',
  ].join('\n');
}

export interface OrderLine {
  readonly id: number;
  readonly name: string;
  readonly course: string;
  readonly kind: CardKind;
  readonly amount: number;
  readonly state: OrderState;
  readonly createdAt: number;
}

export function orderList(orders: readonly OrderLine[], zone: string, inRoom: InRoom): string {
  if (orders.length === 0) return `还没有订单。\n记一笔，发送：${inRoom(examples.order)}`;
  return [
    `最近 ${orders.length} 笔订单：`,
    ...orders.map((order) => {
      const state = order.state === 'paid' ? '' : `　${orderState(order.state)}`;
      return `${order.id}. ${displayName(order.name)} ${order.course}${cardName(order.kind)} ${priceWords(order.amount)}${state}　${shortMoment(order.createdAt, zone)}`;
    }),
    `看一笔，发送：${inRoom(`/订单 ${orders[0]?.id ?? 1}`)}`,
  ].join('\n');
}

function shortMoment(instant: number, zone: string): string {
  return formatMoment(instant, zone).split(' ')[0] ?? '';
}

export interface WholeOrder extends OrderLine {
  readonly credit: number;
  readonly refunded: number;
  readonly source: OrderSource;
  readonly number: string | null;
  readonly note: string | null;
  readonly paidAt: number | null;
  readonly by: string | null;
}

export function wholeOrder(order: WholeOrder, zone: string): string {
  const { id, name, course, kind, amount, credit, refunded: back, state, source, number, note, paidAt, by } = order;
  const writer = by === null ? '' : `（${displayName(by)}）`;
  return [
    `订单 ${id}：${displayName(name)} ${course}${cardName(kind)}`,
    `${orderState(state)} ${priceWords(amount)}${credit > 0 ? `，旧卡抵 ${formatYuan(credit)} 元` : ''}${back > 0 ? `，退了 ${formatYuan(back)} 元` : ''}`,
    `来自${SOURCES[source]}${writer}，${formatMoment(paidAt ?? order.createdAt, zone)}`,
    ...(number === null ? [] : [`单号：${displayName(number)}`]),
    ...(note === null ? [] : [`备注：${displayName(note)}`]),
  ].join('\n');
}

export interface ShownCard {
  readonly course: string;
  readonly kind: CardKind;
  readonly status: CardStatus;
  readonly through: LocalDay | null;
  readonly frozenOn: LocalDay | null;
  /** Null for life; while frozen, what is left once it is thawed. */
  readonly left: number | null;
  readonly grace: number;
  readonly entitlements: ReadonlyArray<ShownBrought & { readonly used: number }>;
}

const MOST_CARDS = 2;

/** Of one member, in at most eight lines. */
export function cardView(
  name: string,
  cards: readonly ShownCard[],
  history: readonly string[],
  today: LocalDay,
): string {
  if (cards.length === 0)
    return `${displayName(name)} 还没有会员卡。\n记一笔订单：/订单 @${displayName(name)} 季卡 199`;
  const more = cards.length > MOST_CARDS ? [`还有 ${cards.length - MOST_CARDS} 门课的卡。`] : [];
  return [
    `${displayName(name)} 的会员卡`,
    ...cards.slice(0, MOST_CARDS).flatMap((card) => cardLines(card, today)),
    ...more,
    ...(history.length === 0 ? [] : [`最近：${history.join('；')}`]),
  ].join('\n');
}

function cardLines(card: ShownCard, today: LocalDay): string[] {
  const brought = card.entitlements.map(({ name, quota, used }) =>
    quota === null ? `${name} 不限次（用了 ${used} 次）` : `${name} 剩 ${quota - used}/${quota} 次`,
  );
  return [
    `${card.course} ${cardName(card.kind)}：${standing(card, today)}`,
    ...(brought.length === 0 ? [] : [`权益：${brought.join('、')}`]),
  ];
}

function standing({ status, through, frozenOn, left, grace }: ShownCard, today: LocalDay): string {
  if (frozenOn !== null)
    return `${formatDay(frozenOn)} 起冻结，解冻后${left === null ? '终身有效' : `还有 ${left} 天`}`;
  if (through === null) return '终身有效';
  const day = longDay(through, today);
  if (status === 'active') return `到 ${day}（还有 ${through - today + 1} 天）`;
  return status === 'grace' ? `${day} 到期，还在 ${grace} 天宽限期里` : `${day} 到期，已经 ${today - through} 天`;
}

const EVENTS: Readonly<Record<CardEventType, string>> = {
  bought: '开通',
  added: '补',
  frozen: '冻结',
  thawed: '解冻',
  refunded: '退款收回',
  ended: '升级换卡',
  lapsed: '到期处理',
  undone: '撤销',
};

interface Told {
  readonly type: CardEventType;
  readonly day: LocalDay;
  readonly kind: CardKind | null;
  readonly days: number | null;
}

export function changeName(type: CardEventType): string {
  return EVENTS[type];
}

/** One event of a card's history. */
export function eventWords({ type, day, kind, days }: Told): string {
  const what = kind === null ? '' : cardName(kind);
  const added = days === null ? '' : ` ${days} 天`;
  return `${formatDay(day)} ${EVENTS[type]}${what}${added}`;
}

export interface EndingCard {
  readonly name: string;
  readonly course: string;
  readonly kind: CardKind;
  readonly through: LocalDay;
}

export function endingList(cards: readonly EndingCard[], today: LocalDay, inRoom: InRoom): string {
  if (cards.length === 0) return `接下来 7 天没有会员卡到期。\n看某人的，发送：${inRoom(examples.card)}`;
  const shown = cards.slice(0, 6);
  const more = cards.length > shown.length ? [`还有 ${cards.length - shown.length} 张。`] : [];
  return [`7 天内到期的会员卡，共 ${cards.length} 张：`, ...shown.map((card) => endingLine(card, today)), ...more].join(
    '\n',
  );
}

function endingLine({ name, course, kind, through }: EndingCard, today: LocalDay): string {
  return `${displayName(name)} ${course}${cardName(kind)}　${nearDay(through, today)}到期`;
}

export function frozen(name: string, course: string, left: number | null): string {
  const rest = left === null ? '' : `，剩下的 ${left} 天留着`;
  return `${displayName(name)} 的${course}会员卡冻结了，今天起不算天数${rest}。\n恢复发送：/会员 @${displayName(name)} 解冻`;
}

export function thawed(name: string, course: string, through: LocalDay | null | undefined, today: LocalDay): string {
  return `${displayName(name)} 的${course}会员卡解冻了。\n${throughLine(through, today)}`;
}

export function daysAdded(name: string, days: number, through: LocalDay | null | undefined, today: LocalDay): string {
  return `给 ${displayName(name)} 的会员卡补了 ${days} 天。\n${throughLine(through, today)}`;
}

export function ownInPrivate(name: string): string {
  return `${displayName(name) || '你'}，会员信息只给本人看。\n私聊我发送：我的会员`;
}

export function ownNone(): string {
  return '你还没有会员卡。\n有兑换码就私聊我发送：激活 兑换码';
}

export function ruleList(
  course: string,
  rules: ReadonlyArray<ShownBrought & { readonly kind: CardKind }>,
  inRoom: InRoom,
): string {
  if (rules.length === 0) return `${course}的会员卡还没有定权益。\n定一项，发送：${inRoom(examples.rule)}`;
  const byKind = new Map<CardKind, string[]>();
  for (const rule of rules) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), quotaWords(rule)]);
  return [
    `${course}会员卡带的权益：`,
    ...[...byKind].map(([kind, lines]) => `${cardName(kind)}：${lines.join('、')}`),
    `记一次使用：${inRoom(examples.entitlement)}`,
  ].join('\n');
}

export function ruleSaved(course: string, kind: CardKind, rule: ShownBrought): string {
  return `${course}${cardName(kind)}带「${quotaWords(rule)}」，今后开通的卡都有，已经开通的不变。`;
}

export function ruleRemoved(course: string, kind: CardKind, name: string): string {
  return `${course}${cardName(kind)}不再带「${name}」，已经开通的不变。`;
}

export function useNoted(name: string, entitlement: string, left: number | null): string {
  const rest = left === null ? '不限次' : `还剩 ${left} 次`;
  return `记下了：${displayName(name)} 用了一次「${entitlement}」，${rest}。\n记错了发送：/撤销`;
}

export const reasonWords = ['会员', '会员卡', '到期'] as const;

export function whyInPublic(): string[] {
  return ['会员信息只给本人看，私聊我再问一次。'];
}

/** In at most five lines. */
export function whyCards(
  cards: readonly ShownCard[],
  history: readonly string[],
  { today, name }: { readonly today: LocalDay; readonly name: string | undefined },
): string[] {
  const who = name === undefined ? '你' : displayName(name);
  if (cards.length === 0) return [`${who}没有开通过会员卡，也没有用过兑换码。`];
  return [
    `${who}的会员卡是这样算的：`,
    ...cards.slice(0, MOST_CARDS).map((card) => `${card.course} ${cardName(card.kind)}：${standing(card, today)}`),
    ...(history.length === 0 ? [] : [`依据：${history.join('；')}`]),
    '按自然月算，冻结的天数不算，续费接在后面。',
  ];
}
