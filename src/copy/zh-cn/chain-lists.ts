/** What the bot says about chain lists (接龙), nearly all of it to staff. */

import { displayName } from '../../domain/display-name.js';
import type { ChainQuestionId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay } from './calendar.js';

export const triggers = { chainList: ['接龙'] } as const;
export const summaries = { chainList: '看对不上人的接龙，认一行，或定下哪些接龙算打卡' } as const;
export const examples = {
  chainList: '/接龙 认 12 @小林',
  rule: '/接龙 打卡 晨跑',
} as const;
export const labels = { order: '操作', number: '编号', member: '成员', words: '标题' } as const;

export const orders = {
  打卡: 'counts',
  算打卡: 'counts',
  忽略: 'ignored',
  不算: 'ignored',
  认: 'take',
  认领: 'take',
  不认: 'decline',
} as const;

/** A line of which nobody can tell whose it is. */
export interface AskedLine {
  readonly id: ChainQuestionId;
  readonly topic: string;
  /** The list's; may be empty. */
  readonly title: string;
  readonly line: string;
}

const MOST_LINES = 5;
const LONGEST_LINE = 24;

export function question(lines: readonly AskedLine[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  const more = lines.length > MOST_LINES ? `还有 ${lines.length - MOST_LINES} 行，发送 /接龙 看全部` : '';
  return [
    `📋 ${lines.length} 行打卡接龙对不上人，我没有替他们记：`,
    ...lines.slice(0, MOST_LINES).map(askedLine),
    more,
    `是谁的：/接龙 认 ${first.id} @成员　都不是：/接龙 不认 ${first.id}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function askedLine({ id, topic, line }: AskedLine): string {
  return `${id}. ${cut(line)}（${displayName(topic)}）`;
}

function cut(line: string): string {
  const letters = [...line];
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join('')}…` : line;
}

const MOST_LISTED = 30;

export function openQuestions(lines: readonly AskedLine[]): string {
  if (lines.length === 0) return `没有等您认的接龙。\n要让某种接龙算打卡，发送：${examples.rule}`;
  const more = lines.length > MOST_LISTED ? [`还有 ${lines.length - MOST_LISTED} 行`] : [];
  return [
    `对不上人的接龙（${lines.length} 行，48 小时内有效）：`,
    ...lines.slice(0, MOST_LISTED).map(askedLine),
    ...more,
    `认一行，发送：/接龙 认 ${lines[0]?.id ?? 1} @成员`,
  ].join('\n');
}

export function taken(name: string, day: LocalDay, added: boolean): string {
  const who = displayName(name);
  return added
    ? `好，${who} ${formatDay(day)} 的打卡记上了。`
    : `${who} ${formatDay(day)} 已经打过卡了，这一行不再记。`;
}

export function declined(id: ChainQuestionId): string {
  return `好，编号 ${id} 这一行不记。`;
}

export function ruled(topic: string, words: string, counts: boolean): string {
  return counts
    ? `好，「${topic}」里标题带「${words}」的接龙，算打卡。`
    : `好，「${topic}」里标题带「${words}」的接龙，我不理会。`;
}
