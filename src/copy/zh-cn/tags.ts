/** What the bot says about tags. */

import { displayName } from '../../domain/display-name.js';
import type { TagRemoval, TagSource } from '../../domain/tag.js';
import { formatMoment } from './calendar.js';
import { type InRoom, listNames } from './name-list.js';

export const triggers = { tag: ['标签', '贴标签'] } as const;
export const summaries = { tag: '给成员贴标签、看谁有、定自动规则' } as const;
export const examples = {
  tag: '/标签 @小林 +英语 -潜水 30天',
  rule: '/标签 规则 加 活跃 连续>=7',
  choice: '/标签 可选 晨读 夜猫',
  again: '/标签 同步 重试',
} as const;
export const labels = { member: '成员', tag: '标签', rule: '规则', number: '规则编号', days: '天数' } as const;

export const help = { words: '选标签 晨读', summary: '给自己选一个标签', example: '选标签' } as const;

export const reasonWords = ['标签'] as const;

/** In front of who is meant, where it says nothing. */
export const leadWords: readonly string[] = ['给', '为', '帮', '把'];
export const addWords: readonly string[] = ['加', '加上', '贴', '贴上', '打', '打上', '添加'];
export const removeWords: readonly string[] = ['去', '去掉', '删', '删掉', '删除', '摘', '摘掉', '取消', '移除'];

export const actions: Readonly<Record<string, 'rule' | 'choice' | 'sync'>> = {
  规则: 'rule',
  自动: 'rule',
  可选: 'choice',
  自选: 'choice',
  同步: 'sync',
};

export const ruleActions: Readonly<Record<string, 'add' | 'try' | 'delete'>> = {
  加: 'add',
  添加: 'add',
  新建: 'add',
  试: 'try',
  试试: 'try',
  试跑: 'try',
  删: 'delete',
  删除: 'delete',
  去掉: 'delete',
};

export const againWords: readonly string[] = ['重试', '再试', '再来'];

const SOURCES: Readonly<Record<TagSource, string>> = {
  manual: '人工',
  rule: '规则',
  self: '自选',
  move: '进群流程',
  order: '订单',
};

const REMOVALS: Readonly<Record<TagRemoval | 'undone', string>> = { ...SOURCES, expired: '到期', undone: '撤销' };

/** Who or what gave a tag, or took it away. */
export function tagCause(cause: TagRemoval | 'undone'): string {
  return REMOVALS[cause];
}

const MOST_NAMED = 5;
const MOST_TAGS = 12;

export interface ToldTag {
  readonly tag: string;
  readonly source: TagSource;
  readonly sinceAt: number;
  readonly expiresAt: number | null;
}

function sayTag({ tag, source, expiresAt }: ToldTag, zone: string): string {
  const until = expiresAt === null ? '' : `，到${lastDay(expiresAt, zone)}`;
  return `${displayName(tag)}（${SOURCES[source]}${until}）`;
}

/** A tag ends with its last day, so the moment before tells it. */
function lastDay(expiresAt: number, zone: string): string {
  return formatMoment(expiresAt - 1, zone).replace(/\s*\d{1,2}:\d{2}$/u, '');
}

export function tagsOf(name: string, tags: readonly ToldTag[], zone: string, inRoom: InRoom): string {
  const who = displayName(name);
  if (tags.length === 0) return `${who} 还没有标签。\n贴一个，发送：${inRoom(`/标签 @${who} +英语`)}`;
  return `${who} 的标签：${tags.map((tag) => sayTag(tag, zone)).join('、')}`;
}

export interface ChangedTags {
  readonly names: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** In days; absent for tags without an end. */
  readonly days: number | undefined;
  /** False where all of it was so before. */
  readonly isNew: boolean;
}

export function changed({ names, added, removed, days, isNew }: ChangedTags): string {
  const who = listNames(names, MOST_NAMED);
  const parts = [
    ...(added.length > 0
      ? [`贴上「${added.map(displayName).join('」「')}」${days === undefined ? '' : `，${days} 天后自动去掉`}`]
      : []),
    ...(removed.length > 0 ? [`去掉「${removed.map(displayName).join('」「')}」，规则不会再加回来`] : []),
  ];
  return isNew ? `好，${who}：${parts.join('；')}。` : `${who} 本来就是这样，什么都没有改。`;
}

export function changing(added: readonly string[], removed: readonly string[]): string {
  const parts = [...added.map((tag) => `+${displayName(tag)}`), ...removed.map((tag) => `-${displayName(tag)}`)];
  return `改标签 ${parts.join(' ')}`;
}

export function tagList(
  tags: ReadonlyArray<{ readonly name: string; readonly people: number; readonly choosable: 0 | 1 }>,
  inRoom: InRoom,
): string {
  if (tags.length === 0) return `还没有标签。\n例如：${inRoom(examples.tag)}`;
  const shown = tags.slice(0, MOST_TAGS).map(({ name, people, choosable }) => {
    return `${displayName(name)} ${people} 人${choosable === 1 ? '（可自选）' : ''}`;
  });
  return [
    `共 ${tags.length} 个标签`,
    ...shown,
    ...(tags.length > MOST_TAGS ? ['……'] : []),
    `看谁有，发送：${inRoom(`/标签 ${displayName(tags[0]?.name ?? '')}`)}`,
  ].join('\n');
}

export function holders(tag: string, people: number, names: readonly string[], inRoom: InRoom): string {
  if (people === 0) return `现在没有人有「${displayName(tag)}」。`;
  return `「${displayName(tag)}」${people} 人：${listNames(names, names.length, people)}\n要再筛，发送：${inRoom(`/圈人 标签:${displayName(tag)} 段:衰退`)}`;
}

export function choices(names: readonly string[], inRoom: InRoom): string {
  if (names.length === 0) return `现在没有可以自选的标签。\n加几个，发送：${inRoom(examples.choice)}`;
  return `成员可以自选：${names.map(displayName).join('、')}\n成员发送：选标签 ${displayName(names[0] ?? '')}`;
}

/** To a member who asks what there is. */
export function offered(names: readonly string[], own: readonly string[]): string {
  if (names.length === 0) return '现在还没有可以选的标签，等运营开放后再来。';
  const have = own.length > 0 ? `你选了：${own.map(displayName).join('、')}\n` : '';
  return `${have}可以选：${names.map(displayName).join('、')}\n选一个，发送：选标签 ${displayName(names[0] ?? '')}`;
}

export function chosen(name: string, tags: readonly string[]): string {
  return `好，${displayName(name)} 的标签：${tags.map(displayName).join('、')}。\n不要了，发送：不选标签 ${displayName(tags[0] ?? '')}`;
}

/** `left`: those that staff gave. */
export function unchosen(name: string, tags: readonly string[], left: readonly string[]): string {
  const gone = tags.filter((tag) => !left.includes(tag));
  return [
    ...(gone.length > 0 ? [`好，${displayName(name)} 不再是：${gone.map(displayName).join('、')}。`] : []),
    ...(left.length > 0 ? [`「${left.map(displayName).join('」「')}」是运营贴的，要去掉请找运营。`] : []),
  ].join('\n');
}

export interface ToldRule {
  readonly id: number;
  readonly tag: string;
  readonly condition: string;
  /** Null for all rooms. */
  readonly topic: string | null;
  /** The word of it that means nothing any more; undefined while all do. */
  readonly broken: string | undefined;
}

function sayRule({ id, tag, condition, topic, broken }: ToldRule): string {
  const where = topic === null ? '' : `（只在「${topic}」）`;
  return `${id}. ${displayName(tag)}：${condition}${where}${broken === undefined ? '' : `，「${displayName(broken)}」已经没有了，先停着`}`;
}

export function rules(all: readonly ToldRule[], inRoom: InRoom): string {
  if (all.length === 0) return `还没有标签规则。\n例如：${inRoom(examples.rule)}`;
  return [
    '标签规则，每天上午算一次',
    ...all.map(sayRule),
    `先试再加，发送：${inRoom('/标签 规则 试 活跃 连续>=7')}`,
  ].join('\n');
}

export interface DryRun {
  readonly tag: string;
  readonly condition: string;
  readonly people: number;
  readonly names: readonly string[];
  /** Of those, who would not get it: it was taken away by hand. */
  readonly kept: number;
  /** Who has it by a rule of the same number and would lose it. */
  readonly losing: readonly string[];
}

const MOST_TRIED = 10;

export function dryRun({ tag, condition, people, names, kept, losing }: DryRun, inRoom: InRoom): string {
  return [
    `试算「${displayName(tag)}」：${condition}`,
    people === 0 ? '现在没有人符合' : `现在符合 ${people} 人：${listNames(names, MOST_TRIED, people)}`,
    ...(kept > 0 ? [`其中 ${kept} 人被手动去掉过，不会再加`] : []),
    ...(losing.length > 0 ? [`会去掉 ${losing.length} 人：${listNames(losing, MOST_TRIED)}`] : []),
    '什么都没有改',
    `定下来，发送：${inRoom(`/标签 规则 加 ${displayName(tag)} ${condition}`)}`,
  ].join('\n');
}

export function ruleAdded(id: number, tag: string, people: number): string {
  return `好，规则 ${id}：符合的人每天上午自动贴上「${displayName(tag)}」，不符合了自动去掉。现在贴上了 ${people} 人。`;
}

export function addingRule(tag: string): string {
  return `按规则贴上「${displayName(tag)}」`;
}

export function deletingRule(tag: string): string {
  return `删标签规则，去掉它贴的「${displayName(tag)}」`;
}

export function ruleDeleted(id: number, tag: string, people: number): string {
  return `已删规则 ${id}，它贴的「${displayName(tag)}」从 ${people} 人身上去掉了。`;
}

export interface Gap {
  readonly name: string;
  readonly tag: string;
  readonly wanted: 0 | 1;
  readonly reason: string | null;
  /** On its way, or to be tried again. */
  readonly isWaiting: boolean;
}

const MOST_GAPS = 8;

export function mirror(isUnsupported: boolean, gaps: readonly Gap[], inRoom: InRoom): string {
  if (isUnsupported)
    return `这个微信接口不能写联系人标签，标签只记在这里，查询和规则都照常。\n换了接口以后，发送：${inRoom(examples.again)}`;
  if (gaps.length === 0) return '这里的标签和微信上的一致。';
  return [
    `和微信上不一致的有 ${gaps.length} 处：`,
    ...gaps.slice(0, MOST_GAPS).map(sayGap),
    ...(gaps.length > MOST_GAPS ? ['……'] : []),
    `现在就再试，发送：${inRoom(examples.again)}`,
  ].join('\n');
}

function sayGap({ name, tag, wanted, reason, isWaiting }: Gap): string {
  const lacks = wanted === 1 ? '微信上还没有' : '微信上还没去掉';
  return `${displayName(name)}「${displayName(tag)}」${lacks}，${isWaiting ? '会再试' : `放弃了${reason === null ? '' : `：${sayReason(reason)}`}`}`;
}

function sayReason(reason: string): string {
  return reason === 'no such chat' ? '不是微信好友' : displayName(reason);
}

export function mirrorAgain(count: number): string {
  return count === 0 ? '没有要再试的，这里的标签和微信上的一致。' : `好，${count} 处马上再试，分批写到微信。`;
}

export function unsupported(): string {
  return '这个微信接口不能写联系人标签，以后标签只记在这里，查询和规则都照常。\n看情况，发送：/标签 同步';
}

export interface WhyTag {
  readonly name: string;
  readonly tag: string;
  readonly held: boolean;
  readonly changes: ReadonlyArray<{
    readonly change: 'added' | 'removed';
    readonly source: TagSource | 'expired' | 'undone';
    readonly rule: string | null;
    readonly byName: string | null;
    readonly expiresAt: number | null;
    readonly at: number;
  }>;
  /** No rule gives it again. */
  readonly sticky: boolean;
}

/** At most five lines. */
export function whyTag({ name, tag, held, changes, sticky }: WhyTag, zone: string): string[] {
  const head = `${displayName(name)} ${held ? '现在有' : '现在没有'}「${displayName(tag)}」`;
  if (changes.length === 0) return [`${head}，从来没有贴过。`];
  return [
    head,
    ...changes.map((one) => sayChange(one, zone)),
    ...(sticky ? ['是人手去掉的，规则不会再加，要人手再贴一次才有。'] : []),
  ];
}

function sayChange({ change, source, rule, byName, expiresAt, at }: WhyTag['changes'][number], zone: string): string {
  const how = rule === null ? REMOVALS[source] : `${REMOVALS[source]} ${rule}`;
  const who = byName === null ? '' : `，${displayName(byName)}`;
  const until = expiresAt === null ? '' : `，到${lastDay(expiresAt, zone)}`;
  return `${formatMoment(at, zone)} ${change === 'added' ? '贴上' : '去掉'}（${how}${who}${until}）`;
}
