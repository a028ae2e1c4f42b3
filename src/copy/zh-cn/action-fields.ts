/** How the log calls rows and their columns. What has no name here is not told: addresses, codes and seeds are nobody's to read. */

import type { LocalDay } from '../../domain/local-day.js';
import { DEFAULT_RULES, type RoomRules, type Verdict } from '../../domain/moderation/rule.js';
import type { Power } from '../../domain/power.js';
import type { Role } from '../../domain/role.js';
import { DEFAULT_SETTINGS, type RoomKind, type RoomSettings } from '../../domain/room.js';
import type { TicketOutcome } from '../../domain/ticket.js';
import { formatDayWithWeekday, formatMoment } from './calendar.js';
import { classedName } from './conditions.js';
import { sayRules, verdictName } from './moderation.js';
import { powerName } from './moderators.js';
import { roleName } from './roles.js';
import { kindName, saySettings } from './rooms.js';
import { outcomeName } from './tickets.js';
import { tierName } from './tiers.js';

export const TABLE_NAMES: Readonly<Record<string, string>> = {
  account: '账号',
  appointment: '定时的事',
  badge_grant: '徽章',
  camp: '训练营',
  card_code_batch: '兑换码批次',
  chain_question: '接龙问题',
  chain_rule: '接龙规则',
  code_batch: '券码批次',
  coupon_code: '券码',
  core_user: '核心用户',
  course: '课程',
  draw: '抽奖',
  entitlement_rule: '权益规定',
  flash_sale: '秒杀',
  gift: '礼品',
  leave_day: '请假',
  lesson: '课程内容',
  listed_word: '词库',
  member_source: '来源',
  member_class: '分类',
  member_tag: '标签',
  member_tier: '等级',
  membership: '成员身份',
  offer_copy: '体验文案',
  move: '流程',
  move_step: '流程步骤',
  offence: '违规',
  outbox: '消息',
  payment_notice: '付款通知',
  points_day: '积分日',
  protected_day: '保护日',
  question: '提问',
  quiz: '答题',
  red_packet: '红包记录',
  red_packet_budget: '红包预算',
  redemption: '兑换单',
  referral: '邀请',
  role_grant: '身份',
  room: '群',
  room_match: '群的比对',
  room_rule: '群规则',
  segment: '圈人',
  tag: '标签',
  tag_rule: '标签规则',
  ticket: '反馈',
  tier_rung: '等级设置',
  todo: '待办',
  trial: '体验',
};

type Show = (value: number | string) => string;

const plain: Show = (value) => short(String(value));
const day: Show = (value) => formatDayWithWeekday(Number(value) as LocalDay);
const yes: Show = (value) => (value === 1 ? '是' : '否');

/** Alike in all tables. */
const COLUMNS: Readonly<Record<string, { readonly name: string; readonly show?: Show }>> = {
  amount: { name: '金额' },
  answer: { name: '答案' },
  badge: { name: '徽章' },
  body: { name: '文案' },
  cause: { name: '原因' },
  choice: { name: '选了' },
  choosable: { name: '可自选', show: yes },
  closed_day: { name: '关闭日', show: day },
  condition: { name: '条件' },
  content: { name: '内容' },
  counts: { name: '是否算打卡', show: yes },
  course_id: { name: '课程' },
  day: { name: '日期' },
  days: { name: '天数' },
  ended_day: { name: '结束日', show: day },
  factor: { name: '倍数' },
  first_day: { name: '第一天', show: day },
  freeze_every: { name: '保护卡' },
  freezes: { name: '保护卡' },
  homework: { name: '作业' },
  kind: { name: '类型', show: (value) => KINDS[String(value)] ?? kindName(value as RoomKind) ?? plain(value) },
  last_day: { name: '最后一天', show: day },
  limit_per_member: { name: '每人限兑' },
  listed: { name: '上架', show: yes },
  name: { name: '名称' },
  needs_address: { name: '要地址', show: yes },
  note: { name: '备注' },
  on_board: { name: '上榜', show: yes },
  options: { name: '选项' },
  outcome: { name: '结果', show: (value) => outcomeName(value as TicketOutcome) },
  outcome_text: { name: '答复' },
  pacing: { name: '发送节奏' },
  paused_until: { name: '暂停到', show: day },
  picture: { name: '配图' },
  places: { name: '名额' },
  points: { name: '积分' },
  power: { name: '权限', show: (value) => powerName(value as Power) },
  price: { name: '价格' },
  prize: { name: '奖品' },
  quantity: { name: '数量' },
  question: { name: '问题' },
  quota: { name: '次数' },
  reason: { name: '说明' },
  removed_at: { name: '去掉于', show: (value) => formatMoment(Number(value), DEFAULT_SETTINGS.zone) },
  required: { name: '要求天数' },
  revoked_at: { name: '作废于', show: (value) => formatMoment(Number(value), DEFAULT_SETTINGS.zone) },
  revoked_reason: { name: '收回原因' },
  round: { name: '第几次' },
  role: { name: '身份', show: (value) => roleName(value as Role) },
  sold: { name: '已售' },
  spent: { name: '已用' },
  start_day: { name: '开始日', show: day },
  state: { name: '状态', show: (value) => STATES[String(value)] ?? plain(value) },
  stock: { name: '库存' },
  tag: { name: '标签' },
  task: { name: '任务' },
  tier: { name: '等级', show: (value) => tierName(String(value)) },
  title: { name: '标题' },
  total: { name: '总额' },
  until_at: { name: '到', show: (value) => formatMoment(Number(value), DEFAULT_SETTINGS.zone) },
  value: { name: '归为', show: (value) => classedName(String(value)) },
  void_reason: { name: '作废原因' },
  rules: {
    name: '群规',
    show: (value) => sayRules({ ...DEFAULT_RULES, ...(JSON.parse(String(value)) as Partial<RoomRules>) }),
  },
  verdict: { name: '处理', show: (value) => verdictName(value as Verdict) },
  escalates: { name: '计入次数', show: yes },
  word: { name: '词' },
  words: { name: '关键词' },
};

/** Of what is no room. */
const KINDS: Readonly<Record<string, string>> = {
  unknown: '未知',
  inviter: '邀请人',
  code: '邀请码',
  manual: '人工填写',
};

const STATES: Readonly<Record<string, string>> = {
  running: '体验中',
  handed: '等人定',
  over: '已结束',
  unclaimed: '待认领',
  mismatch: '对不上',
  settled: '不用管',
  planned: '等待发送',
  sent: '已发送',
  skipped: '已跳过',
  failed: '没发出去',
  uncertain: '不确定',
  expired: '已过期',
  cancelled: '已取消',
  open: '进行中',
  closed: '已结束',
  sealed: '已封名单',
  drawn: '已开奖',
  done: '已办好',
  passed: '先不',
  invited: '已邀请',
  declined: '婉拒了',
  active: '核心用户',
  left: '退出了',
  removed: '移出了',
  answered: '已回答',
  withdrawn: '已撤回',
  dropped: '不收',
};

const LONGEST = 24;

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : line;
}

/** One changed column in words; undefined for what is not told. */
export function sayField(
  column: string,
  before: number | string | null,
  after: number | string | null,
  nameOf: (column: string, value: number | string) => string | undefined,
): readonly string[] {
  if (column === 'settings') return saySettingChanges(String(before ?? '{}'), String(after ?? '{}'));
  const known = COLUMNS[column];
  if (known === undefined) return [];
  const show = (value: number | string | null): string =>
    value === null ? '无' : (nameOf(column, value) ?? (known.show ?? plain)(value));
  return [`${known.name}：${show(before)} → ${show(after)}`];
}

function saySettingChanges(before: string, after: string): string[] {
  const [was, is] = [readSettings(before), readSettings(after)];
  const former = saySettings(was);
  return saySettings(is).flatMap(({ name, value }, index) => {
    const old = former[index]?.value;
    return old === undefined || old === value ? [] : [`${name}：${old} → ${value}`];
  });
}

function readSettings(text: string): RoomSettings {
  return { ...DEFAULT_SETTINGS, ...(JSON.parse(text) as Partial<RoomSettings>) };
}
