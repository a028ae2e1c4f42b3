/** The words of an export about what members paid, were given, and did: columns in their order, and how states are said. */

import type { CoreState } from '../../domain/core-user.js';
import type { VoidReason } from '../../domain/moderation/rule.js';
import type { MoveWay } from '../../domain/move.js';
import type { ReferralState } from '../../domain/referral.js';
import type { TrialState } from '../../domain/trial.js';

const member = { memberId: '成员编号', name: '成员' } as const;
const room = { roomId: '群编号', topic: '群名' } as const;

export const orders = {
  id: '订单编号',
  ...member,
  course: '课程',
  kind: '会员卡',
  amount: '金额（元）',
  credit: '旧卡折抵（元）',
  refunded: '已退（元）',
  state: '状态',
  source: '来自',
  number: '单号',
  ...room,
  createdAt: '登记时间',
  paidAt: '付款时间',
  refundedAt: '退款时间',
  note: '备注',
} as const;

export const cards = {
  ...member,
  course: '课程',
  kind: '会员卡',
  from: '开始日',
  through: '最后一天',
  frozenOn: '冻结日',
  lapsed: '到期已处理',
} as const;

export const cardEvents = {
  id: '编号',
  ...member,
  course: '课程',
  type: '变动',
  day: '生效日',
  kind: '会员卡',
  days: '天数',
  aboutId: '针对编号',
  orderId: '订单编号',
  by: '操作人',
  at: '记录时间',
} as const;

export const entitlements = {
  id: '编号',
  ...member,
  course: '课程',
  orderId: '订单编号',
  entitlement: '权益',
  quota: '次数',
  used: '已用',
  grantedAt: '给的时间',
  revokedAt: '收回时间',
} as const;

export const trials = {
  id: '编号',
  ...member,
  course: '课程',
  ...room,
  beganDay: '进群日',
  firstDay: '第 1 天',
  days: '天数',
  round: '第几轮',
  state: '状态',
  outcome: '结果',
  endedAt: '结束时间',
} as const;

export const sources = {
  ...member,
  kind: '怎么知道的',
  source: '来源',
  inviter: '邀请人',
  ...room,
  since: '第一次出现',
  by: '改的人',
} as const;

export const referrals = {
  id: '编号',
  inviterId: '邀请人编号',
  inviter: '邀请人',
  ...member,
  saidAt: '说码时间',
  state: '状态',
  reason: '不算的原因',
  ...room,
  points: '积分',
  earnedDay: '算成日',
} as const;

export const tags = {
  ...member,
  tag: '标签',
  source: '来自',
  since: '打上时间',
  expires: '到期时间',
  by: '操作人',
  removedAt: '去掉时间',
  removedBy: '怎么去掉的',
} as const;

export const tagChanges = {
  id: '编号',
  ...member,
  tag: '标签',
  change: '变动',
  source: '来自',
  rule: '规则',
  by: '操作人',
  at: '时间',
} as const;

export const tiers = { ...member, tier: '等级', how: '怎么来的', since: '从什么时候', belowSince: '不达标起' } as const;

export const tierChanges = {
  id: '编号',
  ...member,
  from: '原等级',
  to: '新等级',
  how: '怎么来的',
  by: '操作人',
  reason: '理由',
  at: '时间',
} as const;

export const moves = {
  id: '编号',
  ...member,
  course: '课程',
  way: '方向',
  cause: '原因',
  orderId: '订单编号',
  from: '从哪个群',
  to: '到哪个群',
  state: '状态',
  begunAt: '开始时间',
  endedAt: '结束时间',
  by: '停止的人',
} as const;

export const coreUsers = {
  ...member,
  state: '状态',
  at: '变动时间',
  since: '成为核心用户',
  by: '邀请的人',
  reason: '理由',
} as const;

export const moderators = {
  ...room,
  ...member,
  power: '权限到',
  grantedAt: '授权时间',
  until: '到期时间',
  by: '授权的人',
} as const;

export const offences = {
  id: '编号',
  ...room,
  ...member,
  at: '时间',
  kind: '规则',
  verdict: '处理',
  content: '内容',
  by: '处理的人',
  appeal: '申诉',
  appealedAt: '申诉时间',
  appealDeniedAt: '驳回时间',
  voidedAt: '撤销时间',
  voidReason: '撤销原因',
} as const;

export const trustEvents = { id: '编号', ...member, kind: '事由', ref: '对应', at: '时间' } as const;

const TRIAL_STATES: Readonly<Record<TrialState, string>> = { running: '体验中', handed: '等运营定', over: '已结束' };

export function trialState(state: TrialState): string {
  return TRIAL_STATES[state];
}

const REFERRAL_STATES: Readonly<Record<ReferralState, string>> = {
  pending: '还没算成',
  earned: '算成了',
  void: '不算',
  reversed: '打卡撤回，已收回',
};

export function referralState(state: ReferralState): string {
  return REFERRAL_STATES[state];
}

const CORE_STATES: Readonly<Record<CoreState, string>> = {
  passed: '先不邀请',
  invited: '已邀请',
  declined: '没有加入',
  active: '核心用户',
  left: '自己退出',
  removed: '被移出',
};

export function coreState(state: CoreState): string {
  return CORE_STATES[state];
}

export function tagChange(change: 'added' | 'removed'): string {
  return change === 'added' ? '加' : '减';
}

export function wayName(way: MoveWay): string {
  return way === 'in' ? '进付费群' : '离开付费群';
}

const VOID_REASONS: Readonly<Record<VoidReason, string>> = { appeal: '申诉成立', mistake: '误判' };

export function voidReason(reason: VoidReason | null): string {
  return reason === null ? '' : VOID_REASONS[reason];
}

export function tierHow(how: 'rule' | 'manual'): string {
  return how === 'rule' ? '按规则' : '人工';
}
