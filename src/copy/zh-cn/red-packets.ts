/** What the bot says about red packets, which it only writes down. */

import { displayName } from '../../domain/display-name.js';
import { localDayOf } from '../../domain/local-time.js';
import { formatDay } from './calendar.js';
import { formatYuan } from './money.js';
import type { InRoom } from './name-list.js';

export const triggers = { redPacket: ['红包'] } as const;
export const summaries = { redPacket: '记红包和预算；我只记账，不收发红包' } as const;
export const examples = { redPacket: '/红包 记 @小林 6.66元 早起冠军' } as const;
export const labels = {
  order: '红包',
  member: '成员',
  amount: '金额',
  note: '原因',
  id: '编号',
  budgetExample: '/红包 预算 500元',
  voidExample: '/红包 作废 12 记错人了',
} as const;

export const actions: Readonly<Record<string, 'budget' | 'record' | 'void'>> = {
  预算: 'budget',
  记: 'record',
  记录: 'record',
  作废: 'void',
};

interface Budget {
  readonly total: number;
  readonly spent: number;
}

interface Packet {
  readonly id: number;
  readonly name: string;
  readonly amount: number;
  readonly note: string;
}

type ShownPacket = Packet & { readonly at: number; readonly voidReason: string | null };

interface Place {
  readonly topic: string;
  readonly settings: { readonly zone: string };
}

export function overview(
  { topic, settings }: Place,
  budget: Budget | undefined,
  latest: readonly ShownPacket[],
  inRoom: InRoom,
): string {
  if (budget === undefined) return `「${topic}」还没有红包预算。\n先发送：${inRoom(labels.budgetExample)}`;
  const { total, spent } = budget;
  return [
    `「${topic}」红包预算 ${formatYuan(total)} 元，已记 ${formatYuan(spent)} 元，还剩 ${formatYuan(total - spent)} 元。`,
    ...latest.map((one) => packetLine(one, settings.zone)),
    `再记一笔：${inRoom(examples.redPacket)}`,
  ].join('\n');
}

function packetLine({ id, name, amount, note, at, voidReason }: ShownPacket, zone: string): string {
  const ended = voidReason === null ? '' : `（作废：${voidReason}）`;
  return `${id}. ${formatDay(localDayOf(at, zone))} ${displayName(name)} ${formatYuan(amount)} 元　${note}${ended}`;
}

/** What would be done, for the confirmation. */
export function settingBudget(topic: string, total: number): string {
  return `「${topic}」红包预算改为 ${formatYuan(total)} 元`;
}

export function recording(name: string, amount: number, note: string): string {
  return `给 ${displayName(name)} 记一笔红包 ${formatYuan(amount)} 元（${note}）`;
}

export function budgetSet(topic: string, total: number, spent: number): string {
  return `「${topic}」红包预算 ${formatYuan(total)} 元，已记 ${formatYuan(spent)} 元。\n发了红包就记：${examples.redPacket}`;
}

export function recorded({ id, name, amount, note }: Packet, left: number): string {
  return `记下了（编号 ${id}）：${displayName(name)} ${formatYuan(amount)} 元，${note}。预算还剩 ${formatYuan(left)} 元。\n我只记账，红包由你来发。`;
}

export function voided(id: number, amount: number, left: number): string {
  return `编号 ${id} 作废了，${formatYuan(amount)} 元退回预算，还剩 ${formatYuan(left)} 元。`;
}

/** Why an undone record does not count. */
export function undoneReason(): string {
  return '撤销';
}
