/** What the bot says about codes that are handed out. */

import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import { formatDay, formatMoment } from './calendar.js';
import { type InRoom, listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = {
  codes: ['券码', '券', '兑换码库'],
  handOut: ['发券', '发码'],
  own: ['领券', '我的券', '我的券码'],
} as const;

export const summaries = {
  codes: '看剩余券码，导入或生成一批',
  handOut: '发一张券给成员，本人私聊领取',
  own: '私聊领取自己的券码',
} as const;

export const examples = {
  codes: '/券码 生成 早鸟券 50 到12-31',
  handOut: '/发券 早鸟券 @小林',
  own: '领券',
} as const;

export const labels = {
  order: '券码',
  batch: '券名',
  codes: '券码（每行一个）',
  count: '张数',
  member: '成员',
  until: '有效期',
} as const;

export const actions: Readonly<Record<string, 'import' | 'generate' | 'look-up'>> = {
  导入: 'import',
  添加: 'import',
  生成: 'generate',
  查: 'look-up',
  查询: 'look-up',
};

export const UNTIL = /^(?:到|截止|有效期到|有效期至|有效期)/u;

interface Batch {
  readonly name: string;
  readonly left: number;
  readonly total: number;
  readonly lastDay: LocalDay | null;
}

export function batchList(batches: readonly Batch[], today: LocalDay, inRoom: InRoom): string {
  if (batches.length === 0) return `还没有券码。\n生成一批，发送：${inRoom(examples.codes)}`;
  return [
    `券码，最新的 ${batches.length} 批：`,
    ...batches.map(({ name, left, total, lastDay }) => `${name}　剩 ${left}/${total}${term(lastDay, today)}`),
    `发给某人：${inRoom(`/发券 ${batches[0]?.name ?? ''} @小林`)}`,
  ].join('\n');
}

function term(lastDay: LocalDay | null, today: LocalDay): string {
  if (lastDay === null) return '';
  return lastDay < today ? '　已过期' : `　到${formatDay(lastDay)}`;
}

interface Added {
  readonly added: number;
  /** Were there before, and are not there twice. */
  readonly known: number;
  readonly left: number;
}

export function added(name: string, { added: count, known, left }: Added): string {
  const twice = known > 0 ? `，${known} 个本来就有，没有重复收` : '';
  return `「${name}」收进 ${count} 个券码${twice}，现在可发 ${left} 张。\n发给某人：/发券 ${name} @小林`;
}

export function notInPublic(): string {
  return '券码在群里大家都看得到，请先撤回。\n在员工群或私聊我再发一次';
}

interface Found {
  readonly batch: string;
  readonly name: string | null;
  readonly handedAt: number | null;
}

export function lookedUp(code: string, found: Found | undefined): string {
  if (found === undefined) return `没有「${displayName(code)}」这个券码。\n看有哪些批次，发送：/券码`;
  if (found.name === null || found.handedAt === null) return `这是「${found.batch}」，还没有发给任何人。`;
  const when = formatMoment(found.handedAt, DEFAULT_SETTINGS.zone);
  return `这是「${found.batch}」，${when} 发给了 ${displayName(found.name)}。`;
}

/** What would be done, for the confirmation. */
export function handingOut(batch: string): string {
  return `每人发一张「${batch}」`;
}

const MOST_NAMED = 5;

export function handedOut(batch: string, names: readonly string[], isHere: boolean): string {
  const who = listNames(names, MOST_NAMED);
  if (isHere) return `🎫 「${batch}」给 ${who} 留好了，只有本人看得到。\n私聊我发送：领券`;
  return `「${batch}」给 ${who} 留好了，会在群里请本人私聊领取。`;
}

export interface HandedOut {
  readonly batch: string;
  readonly names: readonly string[];
}

const TOLD: Eight<(what: string) => string> = [
  (what) => `有券等你领：${what}`,
  (what) => `券留好了：${what}`,
  (what) => `这几位有券：${what}`,
  (what) => `${what}，券已经到了`,
  (what) => `新发的券：${what}`,
  (what) => `运营送券：${what}`,
  (what) => `记得领券：${what}`,
  (what) => `${what}，别忘了领`,
];

export function tellHandedOut(items: readonly HandedOut[], occasion: Occasion): string {
  const what = items.map(({ batch, names }) => `${listNames(names, MOST_NAMED)} 的「${batch}」`).join('、');
  return `🎫 ${variantOf(TOLD, occasion)(what)}\n只有本人看得到，私聊我发送：领券`;
}

export function readInPrivate(name: string): string {
  return `${displayName(name) || '你'}，券码只发给本人，别在群里领。\n私聊我发送：领券`;
}

interface OwnCode {
  readonly batch: string;
  readonly code: string;
  readonly lastDay: LocalDay | null;
}

export function ownCodes(shown: readonly OwnCode[], total: number): string {
  if (shown.length === 0) return '你现在没有可用的券。\n看看能换什么，发送：兑换';
  const more = total > shown.length ? `（共 ${total} 张，先看 ${shown.length} 张）` : '';
  return [
    `你的券${more}，一码一人，别转给别人：`,
    ...shown.map(
      ({ batch, code, lastDay }) => `${batch}：${code}${lastDay === null ? '' : `（到${formatDay(lastDay)}）`}`,
    ),
  ].join('\n');
}
