/**
 * What the review says about somebody's day. Facts only, and none that compares.
 *
 * Each kind has eight wordings, taken in turn, so that no line comes back within a week whatever kinds alternate.
 */

import { formatLocalMinute } from '../../domain/local-time.js';
import type { Milestone, Praise } from '../../domain/praise.js';
import { listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

type Wording<Kind extends Praise['kind']> = (names: string, fact: Extract<Praise, { readonly kind: Kind }>) => string;
type Wordings<Kind extends Praise['kind']> = Eight<Wording<Kind>>;

const firstTime: Wordings<'first-time'> = [
  (names) => `${names} 第一次打卡，欢迎一起学`,
  (names) => `${names} 今天迈出第一步`,
  (names) => `今天有第一次打卡的：${names}`,
  (names) => `${names} 开张了，第 1 天已经记下`,
  (names) => `${names} 交出了第一次打卡`,
  (names) => `给 ${names} 的第一次打卡鼓个掌`,
  (names) => `${names} 从今天开始记录`,
  (names) => `第一次打卡就在今天：${names}`,
];

const streak: Wordings<'streak'> = [
  (names, { days }) => `${names} 连续 ${days} 天，一天没落`,
  (names, { days }) => `${names} 已经连着打卡 ${days} 天`,
  (names, { days }) => `连续 ${days} 天都在：${names}`,
  (names, { days }) => `${names} 把习惯续到了第 ${days} 天`,
  (names, { days }) => `${days} 天连成一串：${names}`,
  (names, { days }) => `${names} 今天是连续第 ${days} 天`,
  (names, { days }) => `${names} 的连续天数到了 ${days}`,
  (names, { days }) => `天天见到 ${names}，连续 ${days} 天了`,
];

const early: Wordings<'early'> = [
  (names, { minute }) => `${formatLocalMinute(minute)}，${names} 已经打完卡`,
  (names, { minute }) => `${names} ${formatLocalMinute(minute)} 就来打卡了`,
  (names, { minute }) => `一大早 ${formatLocalMinute(minute)} 见到了 ${names}`,
  (names, { minute }) => `${names} 赶早，${formatLocalMinute(minute)} 做完今天的任务`,
  (names, { minute }) => `早上 ${formatLocalMinute(minute)}，${names} 的打卡到了`,
  (names, { minute }) => `${names} 今天来得早，打卡在 ${formatLocalMinute(minute)}`,
  (names, { minute }) => `${formatLocalMinute(minute)} 的打卡来自 ${names}`,
  (names, { minute }) => `${names} 把任务放在一天开头，${formatLocalMinute(minute)} 完成`,
];

const long: Wordings<'long'> = [
  (names, { length }) => `${names} 认真写了 ${length} 字`,
  (names, { length }) => `${names} 的打卡有 ${length} 字，值得翻上去看看`,
  (names, { length }) => `${length} 字的打卡，来自 ${names}`,
  (names, { length }) => `${names} 今天写下了 ${length} 字`,
  (names, { length }) => `有 ${length} 字是 ${names} 写的`,
  (names, { length }) => `${names} 今天多写了几句，共 ${length} 字`,
  (names, { length }) => `读到了 ${names} 的 ${length} 字`,
  (names, { length }) => `${names} 写得很细，${length} 字`,
];

const present: Wordings<'present'> = [
  (names) => `${names} 今天打卡啦，已经记下`,
  (names) => `今天见到了 ${names}`,
  (names) => `${names} 今天没有缺席`,
  (names) => `${names} 的打卡收到了`,
  (names) => `记下了 ${names} 的今天`,
  (names) => `${names} 今天把任务做完了`,
  (names) => `今天的打卡里有 ${names}`,
  (names) => `谢谢 ${names} 今天的打卡`,
];

const wordings: { readonly [Kind in Praise['kind']]: Wordings<Kind> } = {
  'first-time': firstTime,
  streak,
  early,
  long,
  present,
};

export function sayPraise(praise: Praise, occasion: Occasion): string {
  const people = praise.kind === 'first-time' ? praise.people : praise.names.length;
  const variants: Eight<(names: string, fact: never) => string> = wordings[praise.kind];
  return `👏 ${variantOf(variants, occasion)(listNames(praise.names, praise.names.length, people), praise as never)}`;
}

const milestoneLines: Eight<(list: string) => string> = [
  (list) => `连续打卡达成：${list}`,
  (list) => `连续里程碑：${list}`,
  (list) => `连续打卡到站：${list}`,
  (list) => `恭喜连续打卡：${list}`,
  (list) => `今天连续走满：${list}`,
  (list) => `今天连续记满：${list}`,
  (list) => `新的连续里程碑：${list}`,
  (list) => `连续打卡走到：${list}`,
];

/** `people` counts those too who are not on the board and so not named. */
export function sayMilestones(named: readonly Milestone[], people: number, occasion: Occasion): string {
  const lengths = [...new Set(named.map((one) => one.days))];
  const groups = lengths.map((days) => {
    const names = named.filter((one) => one.days === days).map((one) => one.name);
    return `${listNames(names, names.length)} ${days} 天`;
  });
  const more = people > named.length ? `，共 ${people} 人` : '';
  return `🎉 ${variantOf(milestoneLines, occasion)(`${groups.join('，')}${more}`)}`;
}
