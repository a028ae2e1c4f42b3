/** What the bot says about check-ins and the leaderboard. */

import type { Acknowledged } from '../../domain/acknowledged.js';
import { displayName } from '../../domain/display-name.js';
import type { MemberId } from '../../domain/ids.js';
import type { Placed } from '../../domain/leaderboard.js';
import { dateParts, type LocalDay } from '../../domain/local-day.js';
import type { RequiredContent } from '../../domain/room.js';
import { keptWords } from './attendance.js';
import { type Occasion, variantOf } from './variants.js';

export const triggers = { countForYesterday: ['记到昨天'] } as const;
export const summaries = { countForYesterday: '把凌晨的打卡记到昨天' } as const;
export const examples = { countForYesterday: '记到昨天' } as const;

export const help = {
  checkIn: { words: '打卡', summary: '完成今天的任务后发送，可以带上内容或图片', example: '打卡 今天读了 3 页' },
  board: { words: '排行榜', summary: '看本群的连续打卡排行', example: '排行榜' },
  leaveBoard: { words: '退出排行', summary: '不出现在排行里，打卡照常', example: '退出排行' },
} as const;

const SINGLE_LEADS = [
  '打卡成功',
  '今天的打卡记好了',
  '打卡记上了',
  '今天的任务完成了',
  '打卡收到了',
  '今天也做到了',
  '又添了一天',
  '打卡已记录',
] as const;

const GROUP_LEADS = [
  '这几位打卡成功',
  '收到，都记上了',
  '今天完成的有',
  '又有几位做到了',
  '打卡都记好了',
  '这些名字值得看一眼',
  '今天的队伍又长了',
  '刚刚完成任务的是',
] as const;

/** Everybody is named; the occasion is that of the message. */
export function acknowledged(lines: readonly Acknowledged[], occasion: Occasion): string {
  const added = lines.filter((line) => line.added);
  const repeated = lines.filter((line) => !line.added);
  const [only] = added;
  const done = only && added.length === 1 ? single(only, occasion) : group(added, occasion);
  return [...done, ...milestones(added), ...kept(added), ...alreadyDone(repeated, occasion), ...mayMove(added)].join(
    '\n',
  );
}

function single(line: Acknowledged, occasion: Occasion): string[] {
  const dated = line.day === occasion.day ? '' : `（记在 ${shortDate(line.day)}）`;
  return [
    `✅ ${displayName(line.name)} ${variantOf(SINGLE_LEADS, occasion)}${dated}`,
    `连续 ${line.streak} 天，累计 ${line.total} 天，+${line.points} 分${line.factor === undefined ? '' : `（今天 ${line.factor} 倍）`}`,
  ];
}

function group(lines: readonly Acknowledged[], occasion: Occasion): string[] {
  if (lines.length === 0) return [];
  const names = lines
    .map((line) => `${displayName(line.name)}(${dayUnlessToday(line, occasion)}${line.streak}天)`)
    .join('、');
  const people = new Set(lines.map((line) => line.memberId)).size;
  return [`✅ ${variantOf(GROUP_LEADS, occasion)}（${people} 人）：`, names];
}

function dayUnlessToday({ day }: Acknowledged, occasion: Occasion): string {
  return day === occasion.day ? '' : `${shortDate(day)}，`;
}

function milestones(lines: readonly Acknowledged[]): string[] {
  const reached = lines.filter((line) => line.milestone !== undefined);
  if (reached.length === 0) return [];
  return [`🎉 ${reached.map((line) => `${displayName(line.name)} 连续满 ${line.milestone} 天`).join('，')}`];
}

function kept(lines: readonly Acknowledged[]): string[] {
  return lines.flatMap((line) =>
    line.kept === undefined ? [] : [`🛡 ${displayName(line.name)} ${keptWords(line.kept, line.streak)}`],
  );
}

const ALREADY_DONE = [
  '今天已经打过卡啦',
  '今天的卡已经打好啦',
  '今天这一笔早就记上啦',
  '今天已经记过啦，一天一次就够',
  '今天打过卡啦，不用再发',
  '今天的打卡还在，放心',
  '今天已经打过卡啦，明天再来',
  '今天的已经收好啦',
] as const;

function alreadyDone(lines: readonly Acknowledged[], occasion: Occasion): string[] {
  if (lines.length === 0) return [];
  const names = [...new Set(lines.map((line) => displayName(line.name)))].join('、');
  const [only] = lines;
  const held = lines.length === 1 && only ? `，连续 ${only.streak} 天` : '';
  return [`${names} ${variantOf(ALREADY_DONE, occasion)}${held}`];
}

function mayMove(lines: readonly Acknowledged[]): string[] {
  const names = lines.filter((line) => line.mayMove).map((line) => displayName(line.name));
  return names.length === 0 ? [] : [`${names.join('、')} 昨天还空着，这次要补给昨天就发送：记到昨天`];
}

const NEEDED: Readonly<Record<Exclude<RequiredContent, 'nothing'>, string>> = {
  text: '请在 30 分钟内发送：打卡 今天学了什么',
  picture: '请在 30 分钟内发一张图片，会自动记上',
  either: '请在 30 分钟内发一张图片，或发送：打卡 今天学了什么',
};

export function needsContent(required: RequiredContent): string {
  const how = required === 'nothing' ? NEEDED.either : NEEDED[required];
  return `这个群打卡要带上内容，先帮你留着。\n${how}`;
}

export function countedForYesterday(name: string, day: LocalDay, streak: number): string {
  return `${displayName(name)} 的打卡已记到 ${shortDate(day)}，连续 ${streak} 天。\n今天的任务做完后，再发送：打卡`;
}

export function leftBoard(name: string): string {
  return `好的，${displayName(name)} 不再出现在排行里，打卡照常记录。\n想回来就发送：加入排行`;
}

export function joinedBoard(name: string): string {
  return `欢迎回来，${displayName(name)} 重新加入排行。\n看名次就发送：排行榜`;
}

export function leaderboard(topic: string, top: readonly Placed[], own: readonly Placed[], self: MemberId): string {
  if (top.length === 0) return `「${topic}」的排行还空着。\n第一个打卡的就是第一名，发送：打卡`;
  const rows = (placed: readonly Placed[]) => placed.map((one) => boardRow(one, self));
  return [`🏆 「${topic}」连续打卡排行`, ...rows(top), ...(own.length > 0 ? ['……', ...rows(own)] : [])].join('\n');
}

function boardRow({ place, name, streak, total, memberId }: Placed, self: MemberId): string {
  return `${place}. ${displayName(name)}　连续 ${streak} 天 · 累计 ${total} 天${memberId === self ? '（你）' : ''}`;
}

function shortDate(day: LocalDay): string {
  const { month, dayOfMonth } = dateParts(day);
  return `${month}月${dayOfMonth}日`;
}
