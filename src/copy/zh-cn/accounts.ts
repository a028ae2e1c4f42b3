/** What the owner is told about an account: how it stands, how fast it speaks. */

import type { AccountPacing, PacingSetting } from '../../domain/account-pacing.js';
import type { OwnMessages } from '../../domain/own-messages.js';
import type { Pacing } from '../../domain/pacing.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { StopCause } from '../../domain/stop.js';
import { stopCause } from './alerts.js';
import { formatMoment } from './calendar.js';

export const triggers = { account: ['账号'] } as const;
export const summaries = { account: '看账号的状态和发送速度，或改速度' } as const;
export const examples = { account: '/账号 每天 200' } as const;
export const labels = { change: '要改的速度' } as const;

const { zone } = DEFAULT_SETTINGS;
const SECOND = 1_000;

/** `default`: back to the pace of the process. */
export type PaceChange = AccountPacing | 'default';

type Reading = readonly [RegExp, (first: number, second: number) => PaceChange];

/** Spaces and units may be left out. Gaps are seconds here and milliseconds there. */
const READINGS: readonly Reading[] = [
  [/^每天 ?(\d{1,7}) ?条?$/u, (perDay) => ({ perDay })],
  [/^每分钟 ?(\d{1,6}) ?条?$/u, (perMinute) => ({ perMinute })],
  [
    /^间隔 ?(\d{1,3}(?:\.\d{1,2})?) ?秒? ?[-~–—到至] ?(\d{1,3}(?:\.\d{1,2})?) ?秒?$/u,
    (from, to) => ({ minGap: Math.round(from * SECOND), maxGap: Math.round(to * SECOND) }),
  ],
  [/^新号 ?(\d{1,3}) ?%? (\d{1,3}) ?天$/u, (newPercent, newDays) => ({ newPercent, newDays })],
  [/^默认$/u, () => 'default'],
];

/** `text` comes folded, its spaces single. Undefined when it says nothing of the kind. */
export function readPaceChange(text: string): PaceChange | undefined {
  for (const [pattern, read] of READINGS) {
    const match = pattern.exec(text);
    if (match) return read(Number(match[1]), Number(match[2]));
  }
  return undefined;
}

export interface AccountView {
  readonly name: string;
  readonly botName: string | null;
  readonly onlineSince: number | undefined;
  /** Sent within the last minute and the last 24 hours, each with what is allowed now. */
  readonly minute: { readonly sent: number; readonly limit: number };
  readonly day: { readonly sent: number; readonly limit: number };
  readonly pacing: Pacing;
  /** Until when a new account has a share only; undefined when that is over. */
  readonly newUntil: number | undefined;
  readonly stopped: { readonly cause: StopCause; readonly until: number } | undefined;
  /** Undefined until it has been measured. */
  readonly ownMessages: OwnMessages | undefined;
  /** What differs from the pace of the process. */
  readonly changed: readonly PacingSetting[];
  /** Faster than the rules advise, by the owner's choice. */
  readonly hasty: boolean;
}

export function account(view: AccountView): string {
  const { name, botName, onlineSince, stopped } = view;
  return [
    `账号「${name}」${botName === null ? '' : `，微信名 ${botName}`}`,
    ...(onlineSince === undefined ? [] : [`在线，从 ${formatMoment(onlineSince, zone)} 开始`]),
    stopped
      ? `停发中：${stopCause(stopped.cause)}，到 ${formatMoment(stopped.until, zone)} 为止`
      : '主动推送正常，没有停发',
    ...delivery(view.ownMessages),
    ...pace(view),
    remedy(view),
  ].join('\n');
}

const DELIVERIES: Readonly<Record<OwnMessages, string>> = {
  unseen: '发出即算，无法核对：微信不把自己发的消息告诉机器人',
  shown: '每条都可核对；发到一半断线的那条除外，要人看一眼',
  replayed: '每条都可核对，断线时发到一半的也会补上',
};

/** How sure one can be that what was sent is there; nothing until it has been measured. */
export function delivery(ownMessages: OwnMessages | undefined): string[] {
  return ownMessages === undefined ? [] : [`投递：${DELIVERIES[ownMessages]}`];
}

export function changed(view: AccountView): string {
  return ['好，从下一条起这样发：', ...pace(view), remedy(view)].join('\n');
}

function pace({ minute, day, pacing, newUntil, hasty }: AccountView): string[] {
  return [
    `近 1 分钟发了 ${minute.sent} 条，上限 ${minute.limit} 条；近 24 小时 ${day.sent} 条，上限 ${day.limit} 条`,
    `两条之间停 ${pacing.minGap / SECOND} 到 ${pacing.maxGap / SECOND} 秒`,
    ...(newUntil === undefined ? [] : [`新号期到 ${formatMoment(newUntil, zone)}，上限按 ${pacing.newPercent}% 算`]),
    ...(hasty ? ['这比建议的快，账号被限制的风险更大'] : []),
  ];
}

function remedy({ changed: settings }: AccountView): string {
  if (settings.length === 0) return '要改就发送：/账号 每天 200';
  const names = [...new Set(settings.map((setting) => WORDS[setting].name))];
  return `改过：${names.join('、')}。改回去就发送：/账号 默认`;
}

interface SettingWords {
  readonly name: string;
  readonly unit: string;
  readonly example: string;
}

const GAP: SettingWords = { name: '间隔', unit: ' 秒', example: '/账号 间隔 3-8秒' };
const FRESH: SettingWords = { name: '新号', unit: '%', example: '/账号 新号 30% 7天' };

const WORDS: Readonly<Record<PacingSetting, SettingWords>> = {
  perDay: { name: '每天', unit: ' 条', example: '/账号 每天 200' },
  perMinute: { name: '每分钟', unit: ' 条', example: '/账号 每分钟 12' },
  minGap: GAP,
  maxGap: GAP,
  newPercent: FRESH,
  newDays: { ...FRESH, unit: ' 天' },
};

export function outOfRange(setting: PacingSetting, min: number, max: number): string {
  const { name, unit, example } = WORDS[setting];
  const factor = unit === GAP.unit ? SECOND : 1;
  return `「${name}」要在 ${min / factor} 到 ${max / factor}${unit}之间。\n例如：${example}`;
}

export function gapReversed(): string {
  return `「${GAP.name}」要先写短的，再写长的。\n例如：${GAP.example}`;
}

const LONGEST_SHOWN = 20;

export function notUnderstood(given: string): string {
  const shown = [...given].slice(0, LONGEST_SHOWN).join('');
  return `「${shown}」没看懂。\n可以写：每天 200、每分钟 12、间隔 3-8秒、新号 30% 7天、默认`;
}
