/** What members in a trial hear: how to begin, what comes after, thanks. Never who has not, never how many. */

import { displayName } from '../../domain/display-name.js';
import type { OfferDay } from '../../domain/trial.js';
import { formatDayWithWeekday } from './calendar.js';
import { type Eight, type Occasion, variantOf } from './variants.js';
import { invited } from './vocabulary/wish-words.js';

/** Whoever is called by name may act; those who are not are meant as well. */
export interface RoomNote extends Occasion {
  /** Newcomers who have still to begin, a few of them. */
  readonly newcomers: readonly string[];
  /** Rendered, by day: one for each on which somebody is. */
  readonly offers: readonly DayOffer[];
}

export interface DayOffer {
  readonly day: OfferDay;
  readonly words: string;
}

export function roomNote({ newcomers, offers, ...occasion }: RoomNote): string {
  const names = newcomers.map((name) => `@${displayName(name)}`).join(' ');
  const guide = newcomers.length === 0 ? [] : [`${names} ${variantOf(GUIDES, occasion)}`];
  return [`【体验小记】${formatDayWithWeekday(occasion.day)}`, ...sayOffers(offers), ...guide].join('\n');
}

/** Of several everybody finds their own by its day. */
function sayOffers(offers: readonly DayOffer[]): readonly string[] {
  if (offers.length === 1) return offers.map(({ words }) => words);
  return offers.map(({ day, words }) => `【第 ${day} 天】${words}`);
}

const GUIDES: Eight<string> = [
  '欢迎来到群里！第一次打卡很简单，读两行也算。发送：打卡',
  '新朋友好！跟着今天的任务做一点点就行。发送：打卡',
  '很高兴认识你们！今天先迈出一小步，做多少都可以。发送：打卡',
  '欢迎一起学！不用等准备好，现在就能开始。发送：打卡',
  '刚来不熟悉没关系，照着早上的任务做一件就好。发送：打卡',
  '新同学好！第一天只求开个头，长短都行。发送：打卡',
  '来了就是一家人！挑今天任务里最容易的一处试试。发送：打卡',
  '欢迎加入！花五分钟看看今天的任务，看完就算数。发送：打卡',
];

export interface PersonalGuide extends Occasion {
  readonly name: string;
  readonly topic: string;
  /** Of the trial, and how many there are. */
  readonly trialDay: number;
  readonly days: number;
}

export function personalGuide({ name, topic, trialDay, days, ...occasion }: PersonalGuide): string {
  const where = `今天是你在「${topic}」体验的第 ${trialDay} 天（共 ${days} 天）。`;
  return `${displayName(name)}，${variantOf(GREETINGS, occasion)}\n${where}\n看一眼今天的任务，做完在群里发送：打卡`;
}

const GREETINGS: Eight<string> = [
  '这两天适应得怎么样？',
  '欢迎来一起学！',
  '很高兴你来了！',
  '给你留了一个轻松的开头。',
  '第一步比想象的容易。',
  '慢慢来，先开个头就好。',
  '今天的任务不长，几分钟就够。',
  '跟大家一起迈第一步吧。',
];

/** With variables, as managers write theirs. Nothing runs out but the trial, and no day of it is named as the last chance. */
const OFFERS: Readonly<Record<OfferDay, Eight<string>>> = {
  5: [
    `{{ 昵称 }}，体验到第 {{ 第几天 }} 天了，这几天的打卡都替你记着。\n想知道 7 天后怎么接着学，回一句：${invited.hear}`,
    `{{ 昵称 }}，体验过半了。后面的课会比这一周更有意思。\n想先看看内容，回一句：${invited.hear}`,
    `{{ 昵称 }}，第 {{ 第几天 }} 天，节奏差不多找到了吧？\n想看完整的课程安排，回一句：${invited.hear}`,
    `{{ 昵称 }}，这一周的任务做到这里，已经能看出变化了。\n想知道接下来学什么，回一句：${invited.hear}`,
    `{{ 昵称 }}，体验第 {{ 第几天 }} 天，觉得合适的话可以接着学下去。\n想看后面的安排，回一句：${invited.hear}`,
    `{{ 昵称 }}，走到第 {{ 第几天 }} 天不容易，给自己点个赞。\n好奇正式课是什么样，回一句：${invited.hear}`,
    `{{ 昵称 }}，体验进行到第 {{ 第几天 }} 天。正式群里也是每天早上见。\n想多了解一点，回一句：${invited.hear}`,
    `{{ 昵称 }}，几天下来感觉怎么样？正式课会接着这里往下走。\n想听听介绍，回一句：${invited.hear}`,
  ],
  6: [
    `{{ 昵称 }}，体验第 {{ 第几天 }} 天。想接着学，打卡记录会跟着你走。\n想加入正式群，回一句：${invited.continue}`,
    `{{ 昵称 }}，这一周快走完了。正式群里有点评、有同伴，也有这里的老师。\n想一起来，回一句：${invited.continue}`,
    `{{ 昵称 }}，第 {{ 第几天 }} 天了，好习惯刚起头，值得留住。\n想接着学，回一句：${invited.continue}`,
    `{{ 昵称 }}，体验到第 {{ 第几天 }} 天。正式群里每天有新任务，也有老师点评。\n想接着学，回一句：${invited.continue}`,
    `{{ 昵称 }}，如果这几天学得顺手，正式群就是同样的节奏。\n想加入，回一句：${invited.continue}`,
    `{{ 昵称 }}，第 {{ 第几天 }} 天。要不要和这里的同学一起往下学？\n想继续，回一句：${invited.continue}`,
    `{{ 昵称 }}，体验还有两天，之后怎么学由你定。\n想进正式群，回一句：${invited.continue}`,
    `{{ 昵称 }}，正式课接着这一周往下走，打卡记录都留着。\n想继续，回一句：${invited.continue}`,
  ],
  7: [
    `{{ 昵称 }}，七天体验到今天，谢谢你每一次用心。\n想留下来接着学，回一句：${invited.enrol}`,
    `{{ 昵称 }}，体验第 {{ 第几天 }} 天，一周走完了。正式群随时可以来。\n想报名，回一句：${invited.enrol}`,
    `{{ 昵称 }}，这一周辛苦了！学到的都是你自己的。\n想接着学，回一句：${invited.enrol}`,
    `{{ 昵称 }}，第 {{ 第几天 }} 天，恭喜走到这里。下一程可以一起走。\n想报名，回一句：${invited.enrol}`,
    `{{ 昵称 }}，体验课的最后一课是今天，老师都还在。\n想接着跟老师学，回一句：${invited.enrol}`,
    `{{ 昵称 }}，一周的打卡记录都存着，进正式群接着往上加。\n想报名，回一句：${invited.enrol}`,
    `{{ 昵称 }}，七天刚好是个小循环，接下来怎么学，你说了算。\n想继续，回一句：${invited.enrol}`,
    `{{ 昵称 }}，谢谢这一周的同行。想把习惯留住，正式群在等你。\n想报名，回一句：${invited.enrol}`,
  ],
};

export function usualOffer(day: OfferDay, occasion: Occasion): string {
  return variantOf(OFFERS[day], occasion);
}

/** To somebody who is thanked and leaves the room. */
export function farewell(name: string, topic: string): string {
  return [
    `${displayName(name)}，「${topic}」的体验到这里结束了，谢谢你来过。`,
    '打卡记录会一直替你留着。',
    `以后想再学，随时跟我说：${invited.continue}`,
  ].join('\n');
}
