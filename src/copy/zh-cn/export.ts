/** The words of an export: what its columns are called, in their order, and how states and reasons are said. */

import type { Evidence } from '../../domain/check-in.js';
import type { OutboxState } from '../../domain/outbox.js';
import type { RoomKind } from '../../domain/room.js';
import { kindName } from './rooms.js';
import { sayStoredReason } from './skip-reasons.js';

/** Columns that several files share: the number tells two of one name apart. */
const room = { roomId: '群编号', topic: '群名' } as const;
const member = { memberId: '成员编号', name: '成员' } as const;

export const rooms = {
  ...room,
  kind: '类型',
  course: '课程',
  startDay: '开课日',
  members: '在群人数',
  zone: '时区',
  pausedUntil: '暂停到',
  registeredAt: '登记时间',
} as const;

export const members = {
  ...room,
  ...member,
  role: '身份',
  joinedAt: '进群时间',
  leftAt: '退群时间',
  streak: '当前连续天数',
  best: '最长连续天数',
  total: '累计天数',
  lastDay: '最近打卡日',
  points: '积分',
} as const;

export const checkIns = {
  day: '打卡日',
  ...room,
  ...member,
  at: '打卡时间',
  evidence: '形式',
  content: '内容',
} as const;

export const points = {
  id: '流水号',
  ...room,
  ...member,
  day: '所属日',
  at: '入账时间',
  amount: '积分变动',
  balance: '变动后余额',
  reason: '事由',
} as const;

export const posts = {
  day: '推送日',
  ...room,
  kind: '推送',
  state: '状态',
  reason: '原因',
  plannedAt: '计划时间',
  sentAt: '发出时间',
  late: '补发',
} as const;

export const redemptions = {
  id: '兑换编号',
  ...room,
  ...member,
  gift: '礼品',
  quantity: '数量',
  price: '积分',
  state: '状态',
  at: '兑换时间',
  doneAt: '处理时间',
  note: '备注',
} as const;

export const redPackets = {
  id: '编号',
  ...room,
  ...member,
  amount: '金额（元）',
  note: '原因',
  at: '记录时间',
  voidReason: '作废原因',
} as const;

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  none: '只有打卡',
  text: '文字',
  picture: '图片',
  voice: '语音',
  video: '视频',
  link: '链接',
};

export function evidenceName(evidence: Evidence): string {
  return EVIDENCE[evidence];
}

const STATES: Readonly<Record<OutboxState, string>> = {
  planned: '待发送',
  sending: '发送中',
  sent: '已发送',
  uncertain: '可能已发出，需要人工确认',
  failed: '发送失败',
  expired: '过时未发',
  skipped: '未推送',
  cancelled: '已取消',
};

export function stateName(state: OutboxState): string {
  return STATES[state];
}

/** Only where a post did not appear: elsewhere the reason kept is that of an earlier attempt. */
export function stateReason(state: OutboxState, reason: string | null): string {
  return state === 'skipped' || state === 'failed' || state === 'expired' || state === 'cancelled'
    ? sayStoredReason(reason)
    : '';
}

export function roomKind(kind: RoomKind | null): string {
  return kind === null ? '未登记' : kindName(kind);
}

export function yesOrNo(value: boolean): string {
  return value ? '是' : '否';
}
