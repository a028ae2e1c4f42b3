/** What the bot says about rooms and their settings. */

import { displayName } from '../../domain/display-name.js';
import { dateParts, type LocalDay, weekdayOf } from '../../domain/local-day.js';
import { formatLocalMinute } from '../../domain/local-time.js';
import type { Farewell, PostDays, RequiredContent, RoomKind, RoomSettings, TierChangeMode } from '../../domain/room.js';
import type { InRoom } from './name-list.js';

export const triggers = {
  register: ['建群', '登记'],
  settings: ['设置'],
  pause: ['暂停'],
  resume: ['恢复'],
} as const;

export const summaries = {
  register: '把所在的群登记为体验群、付费群、核心群或员工群',
  settings: '看本群设置，改一项，或从别的群复制',
  pause: '暂停推送几天，打卡照常',
  resume: '恢复推送',
} as const;

export const examples = {
  register: '/建群 体验 英语',
  settings: '/设置 任务时间 7:45',
  pause: '/暂停 3天',
  resume: '/恢复',
} as const;

export const labels = {
  kind: '群类型',
  course: '课程',
  start: '开始日',
  name: '设置项',
  value: '内容',
  days: '天数',
} as const;

export const kinds: Readonly<Record<string, RoomKind>> = {
  体验: 'trial',
  体验群: 'trial',
  付费: 'paid',
  付费群: 'paid',
  核心: 'core',
  核心群: 'core',
  员工: 'staff',
  员工群: 'staff',
};

const KIND_NAMES: Readonly<Record<RoomKind, string>> = {
  trial: '体验群',
  paid: '付费群',
  core: '核心群',
  staff: '员工群',
};

export function kindName(kind: RoomKind): string {
  return KIND_NAMES[kind];
}

export const durationUnits: Readonly<Record<string, number>> = {
  天: 1,
  日: 1,
  周: 7,
  星期: 7,
  一天: 1,
  两天: 2,
  三天: 3,
  一周: 7,
  两周: 14,
};

export const copyWord = '复制';

export const settingNames: Readonly<Record<string, keyof RoomSettings>> = {
  任务时间: 'taskTime',
  点评时间: 'reviewTime',
  时区: 'zone',
  补记截止: 'cutoff',
  打卡内容: 'requiredContent',
  推送日: 'postDays',
  推送间隔: 'postGap',
  补卡次数: 'makeUpQuota',
  补卡天数: 'makeUpDays',
  保护卡: 'freezeEvery',
  每日积分上限: 'pointsCap',
  徽章积分: 'badgePoints',
  宽限期: 'graceDays',
  送别: 'farewell',
  来源: 'source',
  邀请积分: 'invitePoints',
  每日邀请上限: 'inviteDaily',
  每月邀请上限: 'inviteMonthly',
  转化目标: 'conversionGoal',
  升级: 'tierChange',
};

export const requiredContents: Readonly<Record<string, RequiredContent>> = {
  不限: 'nothing',
  文字: 'text',
  图片: 'picture',
  文字或图片: 'either',
};

/** Who moves members to another tier once the figures say so. */
export const tierChanges: Readonly<Record<string, TierChangeMode>> = { 自动: 'auto', 确认: 'confirm' };

/** Turns off what is otherwise a number. */
export const offWord = '关';

export const postDays: Readonly<Record<string, PostDays>> = { 每天: 'daily', 工作日: 'workdays' };

export const farewells: Readonly<Record<string, Farewell>> = { 开: 'said', 关: 'unsaid' };

/** What a setting may be, for those who gave something else. */
const EXPECTATIONS: Readonly<Record<keyof RoomSettings, { readonly may: string; readonly example?: string }>> = {
  taskTime: { may: '请写 07:30 到 21:29 之间的时间', example: '/设置 任务时间 7:45' },
  reviewTime: { may: '请写 07:30 到 21:29 之间的时间', example: '/设置 点评时间 20:30' },
  zone: { may: '请写标准时区名', example: '/设置 时区 Asia/Shanghai' },
  cutoff: { may: '请写 00:00 到 06:00 之间的时间', example: '/设置 补记截止 2:00' },
  requiredContent: { may: '可以是：不限、文字、图片、文字或图片' },
  postDays: { may: '可以是：每天、工作日' },
  postGap: { may: '请写 60 到 3600 之间的秒数', example: '/设置 推送间隔 60' },
  makeUpQuota: { may: '请写每月 0 到 31 次', example: '/设置 补卡次数 3' },
  makeUpDays: { may: '请写可以补前 1 到 30 天', example: '/设置 补卡天数 7' },
  freezeEvery: { may: '请写连续 3 到 60 天得一张，或写：关', example: '/设置 保护卡 7' },
  pointsCap: { may: '请写 0 到 10000 之间的分数', example: '/设置 每日积分上限 100' },
  badgePoints: { may: '请写 0 到 1000 之间的分数，或写：关', example: '/设置 徽章积分 20' },
  graceDays: { may: '请写会员到期后宽限 0 到 60 天', example: '/设置 宽限期 3天' },
  farewell: { may: '可以是：开、关' },
  source: { may: '请写 1 到 12 个字的来源，或写：关', example: '/设置 来源 抖音' },
  invitePoints: { may: '请写 0 到 1000 之间的分数，或写：关', example: '/设置 邀请积分 50' },
  inviteDaily: { may: '请写每人每天 0 到 100 位', example: '/设置 每日邀请上限 5' },
  inviteMonthly: { may: '请写每人每月 0 到 100 位', example: '/设置 每月邀请上限 20' },
  tierChange: { may: '可以是：自动、确认', example: '/设置 升级 自动' },
  conversionGoal: { may: '请写 1 到 100 之间的百分数', example: '/设置 转化目标 15%' },
};

export function expectation(key: keyof RoomSettings, inRoom: InRoom): string {
  const { may, example } = EXPECTATIONS[key];
  return example === undefined ? may : `${may}，例如：${inRoom(example)}`;
}

/** How the bot calls a room so that two of one name are told apart. */
export function describeRoom(kind: RoomKind | null, id: number): string {
  return `${kind === null ? '未登记' : kindName(kind)}，编号 ${id}`;
}

export function registered(
  topic: string,
  kind: RoomKind,
  course: string | undefined,
  startDay: LocalDay | undefined,
): string {
  if (kind === 'staff') {
    return [
      `「${topic}」已登记为员工群。`,
      '这里会收到每晚的预告和需要处理的事。',
      '管理别的群时把群名写在前面：/群名 预览 今晚',
    ].join('\n');
  }
  const begins = startDay === undefined ? '' : `，${shortDay(startDay)} 是第 1 天`;
  return [
    `「${topic}」已登记为${kindName(kind)}。`,
    course === undefined ? '还没有课程，先选一个：/课程 使用 英语' : `课程：${course}${begins}。`,
    '看看明早会发什么：/预览 明早',
  ].join('\n');
}

export function settingsList(topic: string, settings: RoomSettings, inRoom: InRoom): string {
  const rows = saySettings(settings).map(({ name, value }) => `${name}：${value}`);
  return [`「${topic}」的设置`, ...rows, `要改就发送：${inRoom(examples.settings)}`].join('\n');
}

export function saySettings(settings: RoomSettings): { readonly name: string; readonly value: string }[] {
  return Object.entries(settingNames).map(([name, key]) => ({ name, value: showSetting(settings, key) }));
}

export function settingChanged(key: keyof RoomSettings, settings: RoomSettings): string {
  const name = Object.entries(settingNames).find(([, one]) => one === key)?.[0] ?? key;
  return `已改好，${name}：${showSetting(settings, key)}。`;
}

export function settingsCopied(from: string, to: string, inRoom: InRoom): string {
  return `已把「${from}」的设置和群规则复制到「${to}」，来源没有动。\n看一眼：${inRoom('/设置')}`;
}

export function paused(topic: string, lastDay: LocalDay, inRoom: InRoom): string {
  return `「${topic}」暂停推送，到 ${shortDay(lastDay)} 为止，打卡照常。\n提前恢复就发送：${inRoom(examples.resume)}`;
}

export function resumed(topic: string): string {
  return `「${topic}」已恢复推送。`;
}

function showSetting(settings: RoomSettings, key: keyof RoomSettings): string {
  if (key === 'requiredContent') return nameOf(requiredContents, settings.requiredContent);
  if (key === 'postDays') return nameOf(postDays, settings.postDays);
  if (key === 'tierChange') return nameOf(tierChanges, settings.tierChange);
  if (key === 'farewell') return nameOf(farewells, settings.farewell);
  if (key === 'zone') return displayName(settings.zone);
  if (key === 'source') return displayName(settings.source) || '没有写';
  return AMOUNTS[key]?.(settings[key]) ?? formatLocalMinute(settings[key]);
}

/** Settings that are numbers, as they are said; all others of them are times of day. */
const AMOUNTS: Readonly<Partial<Record<keyof RoomSettings, (amount: number) => string>>> = {
  postGap: (seconds) => `${seconds} 秒`,
  makeUpQuota: (times) => `每月 ${times} 次`,
  makeUpDays: (days) => `前 ${days} 天以内`,
  freezeEvery: (days) => (days === 0 ? offWord : `连续打卡每 ${days} 天得一张`),
  pointsCap: (points) => `${points} 分`,
  badgePoints: (points) => (points === 0 ? offWord : `每枚 ${points} 分`),
  graceDays: (days) => `会员到期后 ${days} 天`,
  invitePoints: (points) => (points === 0 ? offWord : `每位 ${points} 分`),
  inviteDaily: (people) => `每人每天 ${people} 位`,
  inviteMonthly: (people) => `每人每月 ${people} 位`,
  conversionGoal: (percent) => `${percent}%`,
};

function nameOf<T>(names: Readonly<Record<string, T>>, value: T): string {
  return Object.entries(names).find(([, one]) => one === value)?.[0] ?? String(value);
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

function shortDay(day: LocalDay): string {
  const { month, dayOfMonth } = dateParts(day);
  return `${month}月${dayOfMonth}日 周${WEEKDAYS[weekdayOf(day) - 1]}`;
}
