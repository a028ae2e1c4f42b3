/** How the log calls rows and their columns. What has no name here is not told: addresses, codes and seeds are nobody's to read. */

import type { LocalDay } from '../../domain/local-day.js';
import type { Role } from '../../domain/role.js';
import { DEFAULT_SETTINGS, type RoomKind, type RoomSettings } from '../../domain/room.js';
import { formatDayWithWeekday } from './calendar.js';
import { roleName } from './roles.js';
import { kindName, saySettings } from './rooms.js';

export const TABLE_NAMES: Readonly<Record<string, string>> = {
  account: '账号',
  appointment: '定时的事',
  badge_grant: '徽章',
  camp: '训练营',
  chain_question: '接龙问题',
  chain_rule: '接龙规则',
  code_batch: '券码批次',
  coupon_code: '券码',
  course: '课程',
  draw: '抽奖',
  flash_sale: '秒杀',
  gift: '礼品',
  leave_day: '请假',
  lesson: '课程内容',
  membership: '成员身份',
  outbox: '消息',
  points_day: '积分日',
  protected_day: '保护日',
  quiz: '答题',
  red_packet: '红包记录',
  red_packet_budget: '红包预算',
  redemption: '兑换单',
  role_grant: '身份',
  room: '群',
  room_match: '群的比对',
  room_rule: '群规则',
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
  cause: { name: '原因' },
  closed_day: { name: '关闭日', show: day },
  content: { name: '内容' },
  counts: { name: '是否算打卡', show: yes },
  course_id: { name: '课程' },
  day: { name: '日期' },
  ended_day: { name: '结束日', show: day },
  factor: { name: '倍数' },
  first_day: { name: '第一天', show: day },
  freeze_every: { name: '保护卡' },
  freezes: { name: '保护卡' },
  homework: { name: '作业' },
  kind: { name: '群类型', show: (value) => kindName(value as RoomKind) },
  last_day: { name: '最后一天', show: day },
  limit_per_member: { name: '每人限兑' },
  listed: { name: '上架', show: yes },
  name: { name: '名称' },
  needs_address: { name: '要地址', show: yes },
  note: { name: '备注' },
  on_board: { name: '上榜', show: yes },
  options: { name: '选项' },
  pacing: { name: '发送节奏' },
  paused_until: { name: '暂停到', show: day },
  picture: { name: '配图' },
  places: { name: '名额' },
  points: { name: '积分' },
  price: { name: '价格' },
  prize: { name: '奖品' },
  quantity: { name: '数量' },
  question: { name: '问题' },
  reason: { name: '说明' },
  required: { name: '要求天数' },
  revoked_reason: { name: '收回原因' },
  role: { name: '身份', show: (value) => roleName(value as Role) },
  sold: { name: '已售' },
  spent: { name: '已用' },
  start_day: { name: '开始日', show: day },
  state: { name: '状态', show: (value) => STATES[String(value)] ?? plain(value) },
  stock: { name: '库存' },
  task: { name: '任务' },
  title: { name: '标题' },
  total: { name: '总额' },
  void_reason: { name: '作废原因' },
  words: { name: '关键词' },
};

const STATES: Readonly<Record<string, string>> = {
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
