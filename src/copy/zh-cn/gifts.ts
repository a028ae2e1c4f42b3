/** What the bot says about gifts and redemptions. */

import { displayName } from '../../domain/display-name.js';
import type { GiftOrderWords } from '../../domain/gift-order.js';
import type { Gift, RedemptionState } from '../../domain/gift.js';
import type { InRoom } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = {
  gift: ['礼品', '礼物', '奖品'],
  fulfil: ['发放', '待发放'],
  callOff: ['取消兑换', '撤销兑换'],
  own: ['我的兑换', '兑换记录', '我的礼品'],
  address: ['地址', '收货地址'],
} as const;

export const summaries = {
  gift: '看、加、改、上架或下架礼品',
  fulfil: '看待发放的兑换，登记发放或取消',
  callOff: '取消自己的兑换，退回积分',
  own: '看自己的兑换',
  address: '私聊登记收货地址',
} as const;

export const examples = {
  gift: '/礼品 加 水杯 200 库存 50 限 1 要地址',
  fulfil: '/发放 12 顺丰 SF123',
  callOff: '取消兑换 12',
  own: '我的兑换',
  address: '地址 小林 手机号 省市区和门牌号',
} as const;

export const labels = {
  order: '礼品',
  gift: '礼品名',
  price: '价格',
  terms: '要改的内容',
  fulfilment: '发放',
  redemption: '兑换编号',
  reason: '原因',
  address: '地址',
  addExample: '/礼品 加 水杯 200 库存 50',
  changeExample: '/礼品 改 水杯 价格 180',
  cancelExample: '/发放 12 取消 断货了',
} as const;

export const help = {
  redeem: { words: '兑换', summary: '看礼品，或用积分换一份', example: '兑换 水杯' },
} as const;

export const orderWords: GiftOrderWords = {
  actions: {
    加: 'add',
    添加: 'add',
    新增: 'add',
    改: 'change',
    修改: 'change',
    上架: 'list',
    下架: 'unlist',
  },
  counted: {
    价格: 'price',
    积分: 'price',
    价: 'price',
    库存: 'stock',
    数量: 'stock',
    每人限: 'limit',
    限领: 'limit',
    限换: 'limit',
    限: 'limit',
  },
  named: { 券码: 'batch', 发券: 'batch', 改名: 'rename', 名称: 'rename' },
  flags: { 要地址: true, 需要地址: true, 不要地址: false, 不用地址: false, 无需地址: false },
  unlimited: ['不限', '无限', '不限量', '没有上限'],
};

const PENDING = /^(?:待发放|待发|清单|名单)$/u;
const ADDRESS = /^\s*(?:我的)?(?:收货|收件|寄件)?地址(?:[:：]|\s|是)/u;
const FULFILMENT = /^(取消|退回)?\s*#?(\d{1,9})(?:\s+|$)(?:号\s*)?((?:取消|退回)(?=\s|$))?\s*([\s\S]*)$/u;

/** `兑换 待发放` is what staff may say for the list of what has to be handed out. */
export function asksForPending(words: string): boolean {
  return PENDING.test(words.trim());
}

export function looksLikeAddress(text: string): boolean {
  return ADDRESS.test(text);
}

export interface Fulfilment {
  readonly id: number;
  readonly isCancelled: boolean;
  /** How it was sent, or why it was called off; may be empty. */
  readonly note: string;
}

/** `12 顺丰 SF123`, `12 取消 断货了` or `取消 12 断货了`. */
export function readFulfilment(order: string): Fulfilment | undefined {
  const [, before, id, behind, note = ''] = FULFILMENT.exec(order.normalize('NFKC').trim()) ?? [];
  if (id === undefined) return undefined;
  return { id: Number(id), isCancelled: (before ?? behind) !== undefined, note: note.trim() };
}

const MOST_SHOWN = 6;

export function giftList(gifts: readonly Gift[], name: string, balance: number): string {
  if (gifts.length === 0) return `${who(name)}有 ${balance} 分，现在还没有可以换的礼品。\n接着攒分，发送：打卡`;
  const shown = gifts.slice(0, MOST_SHOWN);
  const more = gifts.length > shown.length ? `等 ${gifts.length} 样` : '';
  const [first] = shown;
  return [
    `🎁 可以换的礼品${more}（${who(name)}有 ${balance} 分）`,
    ...shown.map((gift) => `${gift.id}. ${gift.name}　${gift.price} 分${leftOf(gift)}`),
    `想换就发送：兑换 ${first?.name ?? ''}`,
  ].join('\n');
}

function who(name: string): string {
  return displayName(name) || '你';
}

function leftOf({ left }: Gift): string {
  if (left === null) return '';
  return left === 0 ? ' · 换完了' : ` · 剩 ${left}`;
}

export interface RedeemedGift {
  readonly id: number;
  readonly gift: Gift;
  readonly quantity: number;
  readonly price: number;
  readonly balance: number;
}

export function redeemed({ id, gift, quantity, price, balance }: RedeemedGift, isPrivate: boolean): string {
  const what = `🎁 换好了：${counted(gift.name, quantity)}（编号 ${id}），用掉 ${price} 分，还剩 ${balance} 分。`;
  return `${what}\n${nextStep(gift, isPrivate)}`;
}

function nextStep(gift: Gift, isPrivate: boolean): string {
  if (gift.batchId !== null) return isPrivate ? '要看券码，发送：领券' : '券码只发给你一个人，私聊我发送：领券';
  if (gift.needsAddress) return `${isPrivate ? '寄到哪里，' : '地址别发在群里，私聊我'}发送：${examples.address}`;
  return '运营会尽快发放，24 小时内想退，发送：取消兑换';
}

function counted(name: string, quantity: number): string {
  return quantity === 1 ? name : `${name} ×${quantity}`;
}

const STATES: Readonly<Record<RedemptionState, string>> = {
  pending: '待发放',
  fulfilled: '已发放',
  cancelled: '已取消',
};

export function stateName(state: RedemptionState): string {
  return STATES[state];
}

interface Shown {
  readonly id: number;
  readonly gift: string;
  readonly quantity: number;
  readonly price: number;
  readonly state: RedemptionState;
  readonly note: string | null;
  readonly address: string | null;
  readonly needsAddress: boolean;
}

export function ownRedemptions(name: string, own: readonly Shown[], isPrivate: boolean): string {
  if (own.length === 0) return `${who(name)}还没有换过礼品。\n看看有什么，发送：兑换`;
  const lacks = own.some(({ state, needsAddress, address }) => state === 'pending' && needsAddress && address === null);
  return [
    `${who(name)}的兑换：`,
    ...own.map((one) => ownLine(one, isPrivate)),
    ...(lacks ? [`还差地址，${isPrivate ? '' : '私聊我'}发送：${examples.address}`] : []),
  ].join('\n');
}

function ownLine({ id, gift, quantity, state, note }: Shown, isPrivate: boolean): string {
  const noted = isPrivate && note !== null ? `（${note}）` : '';
  return `${id}. ${counted(gift, quantity)}　${STATES[state]}${noted}`;
}

export function calledOff({ id, gift, quantity, price }: Shown, balance: number): string {
  return `已取消编号 ${id} 的${counted(gift, quantity)}，退回 ${price} 分，现在有 ${balance} 分。\n想换别的，发送：兑换`;
}

export function whichToCallOff(open: readonly Shown[]): string {
  const lines = open.slice(0, MOST_SHOWN).map(({ id, gift, quantity }) => `${id}. ${counted(gift, quantity)}`);
  return ['你有几份还没发放，要取消哪一份？', ...lines, `带上编号，例如：取消兑换 ${open[0]?.id ?? ''}`].join('\n');
}

export function addressKept(gifts: readonly string[]): string {
  const what = [...new Set(gifts)].slice(0, 3).join('、');
  return `记下了，${what}会寄到这里。地址只给运营看，寄出 30 天后删除。\n写错了就再发一次：${examples.address}`;
}

export function addressInPublic(name: string): string {
  return `${who(name)}，群里大家都看得到，先把这条撤回吧。\n私聊我发送：${examples.address}`;
}

type PendingGift = Shown & { readonly name: string };

const MOST_PENDING = 8;

export function pendingList(pending: readonly PendingGift[], withAddresses: boolean): string {
  if (pending.length === 0) return '没有待发放的兑换。\n看礼品，发送：/礼品';
  const shown = pending.slice(0, MOST_PENDING);
  const more = pending.length > shown.length ? `，先看最早的 ${shown.length} 份` : '';
  return [
    `待发放 ${pending.length} 份${more}：`,
    ...shown.map(
      (one) => `${one.id}. ${displayName(one.name)} ${counted(one.gift, one.quantity)}${where(one, withAddresses)}`,
    ),
    `发完一份就登记：/发放 ${shown[0]?.id ?? ''} 快递单号`,
  ].join('\n');
}

function where({ needsAddress, address }: Shown, withAddress: boolean): string {
  if (!needsAddress) return '';
  if (address === null) return '　还没有地址';
  return withAddress ? `　${address}` : '　地址私聊看';
}

export function fulfilled({ id, gift, quantity, name }: PendingGift): string {
  return `编号 ${id}：${displayName(name)} 的${counted(gift, quantity)}已登记发放，会在群里告诉对方。`;
}

export function cancelledByStaff({ id, gift, quantity, name, price }: PendingGift): string {
  return `编号 ${id}：${displayName(name)} 的${counted(gift, quantity)}已取消，${price} 分退回，会在群里告诉对方。`;
}

export interface Delivered {
  readonly name: string;
  readonly gift: string;
  /** False when it was called off. */
  readonly isSent: boolean;
}

const SENT: Eight<(what: string) => string> = [
  (what) => `礼品发出：${what}`,
  (what) => `${what}，已经发出`,
  (what) => `这几份礼品出发了：${what}`,
  (what) => `刚刚发放：${what}`,
  (what) => `换的礼品有着落了：${what}`,
  (what) => `${what}，都安排好了`,
  (what) => `礼品在路上：${what}`,
  (what) => `运营发好了：${what}`,
];

const MOST_NAMED = 12;

export function delivered(items: readonly Delivered[], occasion: Occasion): string {
  const sent = items.filter(({ isSent }) => isSent);
  const off = items.filter(({ isSent }) => !isSent);
  return [
    ...(sent.length > 0 ? [`📦 ${variantOf(SENT, occasion)(nameAll(sent))}`] : []),
    ...(off.length > 0 ? [`${nameAll(off)}这次发不了，积分已退回`] : []),
    '详情私聊我发送：我的兑换',
  ].join('\n');
}

function nameAll(items: readonly Delivered[]): string {
  const named = items.slice(0, MOST_NAMED).map(({ name, gift }) => `${displayName(name)} 的${gift}`);
  return `${named.join('、')}${items.length > MOST_NAMED ? ` 等 ${items.length} 份` : ''}`;
}

export function staffGiftList(gifts: readonly Gift[], inRoom: InRoom): string {
  if (gifts.length === 0) return `还没有礼品。\n加一份，发送：${inRoom(labels.addExample)}`;
  const shown = gifts.slice(-MOST_PENDING);
  return [
    `礼品 ${gifts.length} 样${gifts.length > shown.length ? `，最新的 ${shown.length} 样` : ''}：`,
    ...shown.map((gift) => `${gift.id}. ${describe(gift)}`),
    `要改就发送：${inRoom(`/礼品 改 ${shown[0]?.name ?? ''} 价格 ${shown[0]?.price ?? ''}`)}`,
  ].join('\n');
}

function describe(gift: Gift): string {
  return [
    gift.name,
    `${gift.price} 分`,
    gift.left === null ? '不限量' : `剩 ${gift.left}`,
    ...(gift.limit === null ? [] : [`每人限 ${gift.limit}`]),
    ...(gift.needsAddress ? ['要地址'] : []),
    ...(gift.batchId === null ? [] : ['发券码']),
    ...(gift.roomId === 0 ? ['所有群'] : []),
    ...(gift.listed ? [] : ['已下架']),
  ].join(' · ');
}

/** `topic` is undefined for all rooms. */
export function giftAdded(gift: Gift, topic: string | undefined): string {
  const place = topic === undefined ? '所有群' : `「${topic}」`;
  return `已上架到${place}：${describe(gift)}。\n成员发送：兑换 ${gift.name}`;
}

export function giftChanged(gift: Gift): string {
  return `改好了：${describe(gift)}。`;
}

export function giftListed(name: string): string {
  return `「${name}」重新上架了。成员发送：兑换 ${name}`;
}

export function giftUnlisted(name: string): string {
  return `「${name}」下架了，已经换的照常发放。\n要恢复，发送：/礼品 上架 ${name}`;
}
