/** Where members came from (来源), as staff read and write it. */

import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { Source } from '../../domain/source.js';
import { formatDay } from './calendar.js';
import type { InRoom } from './name-list.js';

export const triggers = { source: ['来源'] } as const;
export const summaries = { source: '看成员从哪里来，改某个人的，或写本群的来源' } as const;
export const examples = { source: '/来源 @小林 抖音', room: '/来源 群 抖音' } as const;
export const labels = { order: '来源', member: '成员', name: '来源' } as const;

/** In front of the source of a room. */
export const roomWord = '群';
/** Takes back what was known. */
export const unknownWord = '未知';
export const offWord = '关';

/** As it stands in a table: `inviter` is the name of whoever brought them. */
export function sourceName(source: Source, inviter: string | null): string {
  if (source.kind === 'unknown') return unknownWord;
  if ('name' in source) return displayName(source.name);
  const who = displayName(inviter ?? '') || '同学';
  return source.kind === 'code' ? `${who} 的邀请码` : `${who} 邀请`;
}

const HOW: Readonly<Record<Source['kind'], string>> = {
  unknown: '没有线索',
  room: '按所进的群',
  inviter: '微信显示的邀请人',
  code: '本人说的邀请码',
  manual: '人工填写',
};

export function sourceHow(kind: Source['kind']): string {
  return HOW[kind];
}

export interface OneSource {
  readonly name: string;
  readonly source: Source;
  readonly inviter: string | null;
  readonly since: LocalDay;
  /** Undefined for somebody who was in no room yet. */
  readonly topic: string | undefined;
}

export function oneSource({ name, source, inviter, since, topic }: OneSource, inRoom: InRoom): string {
  const where = topic === undefined ? '还没进群' : `${formatDay(since)} 首次进「${topic}」`;
  return [
    `${displayName(name)} 的来源：${sourceName(source, inviter)}（${HOW[source.kind]}）`,
    `${where}。`,
    `要改就发送：${inRoom(`/来源 @${displayName(name)} 抖音`)}`,
  ].join('\n');
}

export function sourceChanged(name: string, source: Source): string {
  return `${displayName(name)} 的来源记为：${sourceName(source, null)}。`;
}

export function roomSourceSaved(topic: string, name: string): string {
  return name === ''
    ? `「${topic}」不再写来源，以后进群的人来源算未知，有邀请人的记邀请人。`
    : `「${topic}」的来源写好了：${displayName(name)}。以后进群的人都记这个来源，已经在群里的不变。`;
}

export interface SourceLine {
  readonly name: string;
  readonly members: number;
}

export interface SourceFigures {
  /** Undefined for all rooms. */
  readonly topic: string | undefined;
  readonly total: number;
  /** Those that are shown: with `others` they add up to the total. */
  readonly lines: readonly SourceLine[];
  readonly others: { readonly sources: number; readonly members: number };
}

export function sourceFigures({ topic, total, lines, others }: SourceFigures, inRoom: InRoom): string {
  if (total === 0) return `还没有人进过学习群。\n先写好群的来源：${inRoom(examples.room)}`;
  const share = (members: number): string => `${members} 人，${Math.round((members * 100) / total)}%`;
  return [
    `【来源】${topic === undefined ? '全部群' : `「${topic}」首次进群`}，共 ${total} 人`,
    ...lines.map(({ name, members }) => `${name}：${share(members)}`),
    ...(others.sources > 0 ? [`其余 ${others.sources} 个来源：${share(others.members)}`] : []),
    `看某个人的，发送：${inRoom('/来源 @小林')}`,
  ].join('\n');
}
