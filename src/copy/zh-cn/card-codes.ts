/** What the bot says about codes that are good for a card (兑换码). */

import type { CardKind } from '../../domain/card-kind.js';
import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay } from './calendar.js';
import { cardName } from './cards.js';
import type { InRoom } from './name-list.js';

export const triggers = {
  codes: ['兑换码'],
  activate: ['激活', '激活码', '激活会员'],
} as const;
export const summaries = {
  codes: '生成会员兑换码、看用了几个、作废一批',
  activate: '私聊用兑换码开通会员',
} as const;
export const examples = {
  codes: '/兑换码 生成 季卡 20',
  codesOfCourse: '/兑换码 生成 英语 季卡 20',
  revoke: '/兑换码 作废 3',
  activate: '激活 ABCD-EFGH-JKMN-PQRS',
} as const;
export const labels = {
  order: '兑换码',
  count: '个数',
  kind: '会员卡',
  until: '有效期',
  id: '批次编号',
  code: '兑换码',
} as const;

export const actions: Readonly<Record<string, 'generate' | 'revoke'>> = {
  生成: 'generate',
  作废: 'revoke',
};

/** What the last day stands behind, glued or apart. */
export const UNTIL = /^(?:到|截止|有效期到|有效期至|有效期)/u;

interface Batch {
  readonly id: number;
  readonly course: string;
  readonly kind: CardKind;
  readonly codes: number;
  readonly used: number;
  readonly lastDay: LocalDay | null;
  readonly revokedAt: number | null;
}

export function batchList(batches: readonly Batch[], today: LocalDay, inRoom: InRoom): string {
  if (batches.length === 0) return `还没有会员兑换码。\n生成一批，发送：${inRoom(examples.codes)}`;
  return [
    `会员兑换码，最新的 ${batches.length} 批：`,
    ...batches.map((batch) => batchLine(batch, today)),
    `作废没用的，发送：${inRoom(`/兑换码 作废 ${batches[0]?.id ?? 1}`)}`,
  ].join('\n');
}

function batchLine({ id, course, kind, codes, used, lastDay, revokedAt }: Batch, today: LocalDay): string {
  const rest = codes - used;
  const state =
    revokedAt !== null
      ? `作废 ${rest}`
      : lastDay !== null && lastDay < today
        ? `过期 ${rest}`
        : `剩 ${rest}${lastDay === null ? '' : `，到${formatDay(lastDay)}`}`;
  return `${id}. ${course}${cardName(kind)} ${codes} 个：用了 ${used}，${state}`;
}

/** What would be done, for the confirmation. */
export function generating(course: string, kind: CardKind, count: number): string {
  return `生成 ${count} 个${course}${cardName(kind)}兑换码`;
}

interface Generated {
  readonly id: number;
  readonly course: string;
  readonly kind: CardKind;
  readonly count: number;
  readonly lastDay: LocalDay | null;
}

export function generated({ id, course, kind, count, lastDay }: Generated, isHere: boolean): string {
  const until = lastDay === null ? '' : `，到${formatDay(lastDay)}有效`;
  const where = isHere ? '在下面' : '私聊发给你了';
  return `批次 ${id}：${count} 个${course}${cardName(kind)}兑换码${until}，${where}。\n这里只存指纹，码只发这一次，请收好；丢了就作废重新生成。`;
}

interface Sheet {
  readonly id: number;
  readonly course: string;
  readonly kind: CardKind;
  readonly codes: readonly string[];
  /** Of so many sheets, from 1. */
  readonly sheet: number;
  readonly sheets: number;
}

/** The codes themselves, for the manager's private chat. */
export function codeSheet({ id, course, kind, codes, sheet, sheets }: Sheet): string {
  const which = sheets > 1 ? `（${sheet}/${sheets}）` : '';
  return [`批次 ${id} ${course}${cardName(kind)}兑换码${which}，成员私聊我发送「激活 码」：`, ...codes].join('\n');
}

export function batchRevoked(id: number, left: number): string {
  return `批次 ${id} 作废了，没用的 ${left} 个都不能再激活，用过的不受影响。`;
}

/** The same for whatever is wrong, and while nothing is looked at: whoever guesses learns nothing. */
export function codeRefused(): string {
  return '这个码现在用不了：可能抄错、用过、过期，或刚才错太多次要等等。\n核对一遍再发，例如：激活 ABCD-EFGH-JKMN-PQRS';
}

interface Activated {
  readonly name: string;
  readonly course: string;
  readonly kind: CardKind;
  readonly through: LocalDay | null | undefined;
}

export function activated({ name, course, kind, through }: Activated): string {
  const until = through === null || through === undefined ? '终身有效' : `到 ${formatDay(through)}`;
  return `🎉 ${displayName(name) || '你'}，${course}${cardName(kind)}开通好了，${until}。\n随时可以看：我的会员`;
}

/** The same for good codes and bad ones: whoever guesses learns nothing. */
export function activateInPrivate(name: string): string {
  return `${displayName(name) || '你'}，兑换码别发在群里，先撤回吧。没用过的码我替你留着，别人用不了。\n私聊我发送：激活 兑换码`;
}

/** To staff, whose codes are for others. */
export function codeInPublic(name: string): string {
  return `${displayName(name) || '你'}，兑换码别发在群里，谁看到都能用，先撤回吧。\n私聊我发送：激活 兑换码`;
}
