/** What is answered to somebody who wishes to go on with the course, and what staff read of it. Prices are a person's to tell. */

import type { CourseWish } from '../../domain/course-wish.js';
import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay } from './calendar.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

/** Options of the to-do. */
export const choices = { reached: '已联系', leaveIt: '不用' } as const;

/** Of somebody's trial: the day on which they are, and on how many days of it they checked in. */
export interface TrialRecord {
  /** Above `days` once it is over. */
  readonly day: number;
  readonly days: number;
  readonly checkIns: number;
}

export interface Noted {
  readonly name: string;
  readonly wish: CourseWish;
  /** Absent where there is none, and where it is not to be shown. */
  readonly record?: TrialRecord | undefined;
}

export function wishNoted({ name, wish, record }: Noted, occasion: Occasion | undefined): string {
  const runs = record !== undefined && record.day >= 1 && record.day <= record.days;
  return [
    `${displayName(name) || '同学'}，${occasion ? variantOf(THANKS, occasion) : THANKS[0]}`,
    ...(runs && record.checkIns > 0 ? [`体验第 ${record.day} 天，你已经打卡 ${record.checkIns} 天。`] : []),
    NEXT[wish],
    ...(runs ? ['这几天的任务照常，做完发送：打卡'] : []),
  ].join('\n');
}

const THANKS: Eight<string> = [
  '收到，谢谢你愿意接着走！',
  '收到啦，很高兴你有兴趣！',
  '好的，这就帮你转给运营！',
  '谢谢你说出来，已经记下了！',
  '收到，一起学的人又近了一步！',
  '好嘞，马上告诉运营！',
  '看到了，谢谢你的信任！',
  '记下了，很高兴听你这么说！',
];

const NEXT: Readonly<Record<CourseWish, string>> = {
  hear: '课怎么安排、费用多少，运营看到后会来跟你细说。',
  continue: '怎么进正式群、怎么接着学，运营看到后会来告诉你。',
  enrol: '怎么付款、什么时候进正式群，运营看到后会来帮你办。',
};

/** They said so before on that day. */
export function wishKnown(name: string): string {
  return `${displayName(name) || '同学'}，已经转给运营了，看到就会来找你，不用再说一遍。`;
}

/** Nobody else reads there that they have paid. */
export function hasCard(name: string, inPublic: boolean): string {
  const who = displayName(name) || '同学';
  if (inPublic) return `${who}，谢谢你想接着学！\n看看自己的会员情况，私聊我发送：我的会员`;
  return `${who}，你的会员卡还在用，不用再报名。\n看能用到哪天，发送：我的会员`;
}

const WISHES: Readonly<Record<CourseWish, string>> = { hear: '想了解课程', continue: '想接着学', enrol: '想报名' };

export interface Wished {
  readonly wish: CourseWish;
  /** As `/来源` calls it. */
  readonly source: string;
  readonly record: TrialRecord | null;
  /** The last day of a card that ends soon. */
  readonly through: LocalDay | null;
}

export function wishTodo({ wish, source, record, through }: Wished, name: string, topic: string): string {
  const where = topic === '' ? '' : `「${topic}」`;
  const card = through === null ? [] : [`会员卡 ${formatDay(through)} 到期`];
  const facts = [sayRecord(record), ...card, `来源：${source}`];
  return `${displayName(name) || '同学'} ${WISHES[wish]}${where}：${facts.join('，')}`;
}

function sayRecord(record: TrialRecord | null): string {
  if (record === null) return '没有体验期';
  const { day, days, checkIns } = record;
  const checkedIn = checkIns === 0 ? '没打过卡' : `打卡 ${checkIns} 天`;
  if (day === 0) return `体验还没开始，${checkedIn}`;
  return day > days ? `${days} 天体验过了，${checkedIn}` : `体验第 ${day} 天（共 ${days} 天），${checkedIn}`;
}

export function wasReached(name: string): string {
  const who = displayName(name) || '同学';
  return `好，${who} 这件记下了。付了款就发送：/订单 @${who} 季卡 199`;
}
