/** What the bot says about camps (训练营). */

import { type Camp, type CampState, finalDay, type Progress } from '../../domain/camp.js';
import { displayName } from '../../domain/display-name.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay } from './calendar.js';
import { type InRoom, listNames } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = {
  open: ['开营'],
  change: ['改营'],
  close: ['结营'],
  camp: ['训练营'],
} as const;

export const summaries = {
  open: '开一期训练营：名称、开始、结束、要打卡几天',
  change: '改这一期的日子和要求',
  close: '让这一期到今天为止',
  camp: '看训练营进行得怎样，或看规则',
} as const;

export const examples = {
  open: '/开营 早读营 11-01 11-21 要求 18',
  change: '/改营 11-02 11-22 要求 18',
  close: '/结营',
  camp: '训练营',
} as const;

export const labels = {
  name: '名称',
  first: '开始',
  last: '结束',
  required: '要求',
  topic: '内容',
} as const;

export const help = {
  certificate: { words: '证书', summary: '训练营结营后，领自己的结营证书', example: '证书' },
} as const;

/** Before the number of days, or glued to it. */
export const requiredWord = '要求';
export const topics = { 规则: 'rules' } as const;

interface NamedCamp extends Camp {
  readonly name: string;
}

function span(camp: Camp): string {
  return `${formatDay(camp.firstDay)}–${formatDay(finalDay(camp))}`;
}

function length({ firstDay, lastDay }: Camp): number {
  return lastDay - firstDay + 1;
}

function needs(camp: Camp): string {
  return `${length(camp)} 天里打卡满 ${camp.required} 天就结营`;
}

export function opened(topic: string, camp: NamedCamp): string {
  return [
    `🏕 「${topic}」的「${displayName(camp.name)}」：${span(camp)}`,
    needs(camp),
    '中途进群的，要求按剩下的天数折算',
    `${formatDay((finalDay(camp) + 1) as LocalDay)} 09:00 公布结营名单，达标的可以领证书`,
    '看自己的进度，发送：训练营',
  ].join('\n');
}

export function changed(camp: NamedCamp): string {
  return `好，「${displayName(camp.name)}」改为 ${span(camp)}，${needs(camp)}。`;
}

export function closing(name: string): string {
  return `让「${displayName(name)}」到今天为止`;
}

export const closingLoses = '后面的日子不再算，要求按已有的天数折算';

export function closed(name: string): string {
  return `好，「${displayName(name)}」今天是最后一天，今天打卡还算。明天 09:00 公布结营名单。`;
}

export function rules(): string {
  return [
    '训练营规则：',
    '1. 开始到结束，群里每一位都参加；每天打一次卡，补卡也算',
    '2. 打卡天数达到要求，就算结营',
    '3. 中途进群：从进群那天算起，要求按天数折算，有小数就进一',
    '4. 结束前退群：不算结营，记录都在；结束前回来，接着算',
    '5. 请假：不扣也不补，要求里留的几天就是给请假的',
    '6. 最后一天的第二天 09:00 公布，之后发送「证书」领取',
  ].join('\n');
}

const STATES: Readonly<Record<CampState, string>> = {
  done: '已达标 ✅',
  'on-track': '进度正常，接着打',
  'at-risk': '最多还能缺 1 天，今天别落下',
  'out-of-reach': '这一期够不到要求了，打的每一天都在',
  left: '中途离开过，这一期不算结营',
};

export interface CampProgress {
  readonly camp: NamedCamp;
  readonly progress: Progress;
}

export interface OwnProgress extends CampProgress {
  readonly name: string;
  readonly today: LocalDay;
}

export function ownProgress({ name, camp, progress, today }: OwnProgress): string {
  const { days, needed, left, from } = progress;
  const late = from > camp.firstDay ? `（${formatDay(from)} 进群，要求已折算）` : '';
  return [
    `${displayName(name)} ·「${displayName(camp.name)}」${dayOf(camp, today)}`,
    `打卡 ${days} 天，要 ${needed} 天，还能打 ${left} 天${late}`,
    STATES[progress.state],
  ].join('\n');
}

/** One line below somebody's own figures. */
export function progressLine({ camp, progress }: CampProgress): string {
  return `「${displayName(camp.name)}」打卡 ${progress.days}/${progress.needed} 天，到 ${formatDay(finalDay(camp))}`;
}

function dayOf(camp: Camp, today: LocalDay): string {
  const days = finalDay(camp) - camp.firstDay + 1;
  if (today < camp.firstDay) return `${formatDay(camp.firstDay)} 开始，共 ${days} 天`;
  return today > finalDay(camp) ? `已结束（${span(camp)}）` : `第 ${today - camp.firstDay + 1} 天，共 ${days} 天`;
}

export interface CampOverview {
  readonly topic: string;
  readonly camp: NamedCamp;
  readonly today: LocalDay;
  readonly people: ReadonlyArray<{ readonly name: string; readonly state: CampState }>;
  /** Where no members read along. */
  readonly named: boolean;
}

const MOST_NAMED = 10;
const COUNTED: ReadonlyArray<readonly [CampState, string]> = [
  ['done', '已达标'],
  ['on-track', '进度正常'],
  ['at-risk', '要抓紧'],
  ['out-of-reach', '够不到了'],
  ['left', '已离开'],
];
const NAMED: ReadonlyArray<readonly [CampState, string]> = [
  ['at-risk', '要抓紧'],
  ['out-of-reach', '够不到了'],
];

export function overview({ topic, camp, today, people, named }: CampOverview): string {
  const of = (state: CampState): string[] => people.filter((one) => one.state === state).map(({ name }) => name);
  const counts = COUNTED.map(([state, word]) => [word, of(state).length] as const).filter(([, count]) => count > 0);
  const names = named ? NAMED.filter(([state]) => of(state).length > 0) : [];
  return [
    `「${topic}」的「${displayName(camp.name)}」${dayOf(camp, today)}`,
    `${span(camp)}，${needs(camp)}`,
    counts.map(([word, count]) => `${word} ${count} 人`).join('，'),
    ...names.map(([state, word]) => `${word}：${listNames(of(state), MOST_NAMED)}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export function noCamp(topic: string): string {
  return `「${topic}」现在没有训练营。`;
}

export function noCamps(): string {
  return '现在没有训练营。';
}

export function howToOpen(topic: string, inRoom: InRoom): string {
  return `${noCamp(topic)}\n开一期，发送：${inRoom(examples.open)}`;
}

export interface CampClosing extends Occasion {
  readonly camp: NamedCamp;
  readonly late: boolean;
  /** Those who finished and may be named. */
  readonly names: readonly string[];
  readonly finished: number;
  /** Those who were there to the end. */
  readonly people: number;
}

const MOST_FINISHERS = 60;

const THANKS: Eight<string> = [
  '一天一天走到今天，谢谢大家',
  '这些天的打卡，都是自己攒下的',
  '走到这里的每一位，都不容易',
  '日子是一天一天算的，大家都算数',
  '谢谢每一个早起和每一次打开',
  '这一程到站了，学到的带走',
  '打卡停在今天，习惯可以接着走',
  '慢慢来的人，也走到了今天',
];

/** Nobody is named who did not finish. */
export function campClosing(post: CampClosing): string {
  const { camp, late, names, finished, people } = post;
  return [
    `【结营${late ? '·补发' : ''}】${displayName(camp.name)} ${span(camp)}`,
    finished === 0 ? `${people} 位同学走到最后` : `🎓 ${people} 位走到最后，${finished} 位结营`,
    names.length > 0 ? `结营：${listNames(names, MOST_FINISHERS, finished)}` : '',
    variantOf(THANKS, post),
    finished === 0 ? '看自己这一期，发送：训练营' : '结营的同学领证书，发送：证书',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export function notYet({ camp, progress }: CampProgress): string {
  const until = `「${displayName(camp.name)}」${formatDay(finalDay(camp))} 结束，之后就能领证书`;
  return `${until}。\n现在打卡 ${progress.days} 天，要 ${progress.needed} 天`;
}

export function notFinished({ camp, progress }: CampProgress): string {
  const { days, needed, state } = progress;
  const why = state === 'left' ? '中途离开过' : `打卡 ${days} 天，要 ${needed} 天`;
  return `「${displayName(camp.name)}」${why}，这一期没有证书。记录都在，下一期再来。`;
}

export function noCertificate(): string {
  return '结营以后才有证书，现在还没有参加过的训练营。';
}
