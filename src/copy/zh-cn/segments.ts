/** What the bot says about segments. */

import { displayName } from '../../domain/display-name.js';
import { type InRoom, listNames } from './name-list.js';

export const triggers = { segment: ['圈人', '分群'] } as const;
export const summaries = { segment: '按等级、课程、阶段、标签和数字圈出成员' } as const;
export const examples = {
  segment: '/圈人 级:黄金 类:英语 段:衰退 -标签:员工',
  save: '/圈人 存 快流失 段:衰退 连续<3',
} as const;
export const labels = { condition: '条件', name: '名字' } as const;

export const actions: Readonly<Record<string, 'save' | 'delete' | 'all'>> = {
  存: 'save',
  保存: 'save',
  删: 'delete',
  删除: 'delete',
  名单: 'all',
  全部: 'all',
};

export const LONGEST_NAME = 12;
const MOST_SAVED = 12;

export interface Found {
  readonly condition: string;
  readonly people: number;
  readonly names: readonly string[];
}

/** Where members read along, nobody is named. */
export function counted({ condition, people }: Found): string {
  return `「${condition}」共 ${people} 人。\n名单在员工群或私聊里看，把群名写在前面。`;
}

export function found({ condition, people, names }: Found, inRoom: InRoom): string {
  if (people === 0) return `「${condition}」现在没有人。\n条件放宽一点再试，例如去掉一个`;
  const more = people > names.length ? `\n全部名单，私聊我发送：${inRoom(`/圈人 名单 ${condition}`)}` : '';
  return `「${condition}」共 ${people} 人：${listNames(names, names.length, people)}${more}`;
}

/** To be pasted elsewhere: a name a line. */
export function all({ condition, people, names }: Found): string {
  const cut = people > names.length ? `，先给前 ${names.length} 人` : '';
  return [`「${condition}」共 ${people} 人${cut}`, ...names.map((name) => displayName(name))].join('\n');
}

export function saved(name: string, { people }: Found, inRoom: InRoom): string {
  return `已存「${displayName(name)}」，现在 ${people} 人。\n以后发送：${inRoom(`/圈人 ${displayName(name)}`)}`;
}

export function deleted(name: string): string {
  return `已删「${displayName(name)}」，成员和标签都没有动。`;
}

export function list(
  segments: ReadonlyArray<{ readonly name: string; readonly condition: string }>,
  inRoom: InRoom,
): string {
  if (segments.length === 0) return `还没有存过圈人。\n例如：${inRoom(examples.segment)}`;
  return [
    '存过的圈人',
    ...segments.slice(0, MOST_SAVED).map(({ name, condition }) => `${displayName(name)}：${condition}`),
    ...(segments.length > MOST_SAVED ? [`……共 ${segments.length} 个`] : []),
    `看是谁，发送：${inRoom(`/圈人 ${displayName(segments[0]?.name ?? '')}`)}`,
  ].join('\n');
}
