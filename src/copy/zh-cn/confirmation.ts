/** What the bot says before it does what touches many, or cannot be taken back. */

import { CONFIRM_WITHIN_MS, type ConfirmationNews, type Impact, SECOND_WITHIN_MS } from '../../domain/confirmation.js';
import { displayName } from '../../domain/display-name.js';
import { listNames } from './name-list.js';

const MOST_NAMED = 5;
const SECONDS = CONFIRM_WITHIN_MS / 1_000;
const MINUTES = SECOND_WITHIN_MS / 60_000;

export function sayConfirmation(news: ConfirmationNews): string {
  switch (news.type) {
    case 'asked':
      return asked(news);
    case 'second-awaited':
      return [
        `收到，还要另一位运营确认，${MINUTES} 分钟内有效。`,
        news.toldStaff ? '员工群里已经告诉大家了，' : '请对方在这里或私聊我，',
        `发送：确认 ${news.code}`,
      ].join('\n');
    case 'second-wanted':
      return [
        `${displayName(news.asker)} 要做这件事，需要另一位运营确认：`,
        ...describe(news.impact),
        `同意的话，${MINUTES} 分钟内发送：确认 ${news.code}`,
      ].join('\n');
    case 'alone':
      return `现在只有你一个人能做这件事，所以请你再确认一次。\n${SECONDS} 秒内发送：确认 ${news.code}`;
    case 'done-elsewhere':
      return '已确认，结果在发指令的聊天里。';
  }
}

function asked({ code, impact, needs, addressed, anew }: Extract<ConfirmationNews, { type: 'asked' }>): string {
  return [
    anew ? '情况和刚才不一样了，请重新看一遍：' : '先请你确认：',
    ...describe(impact),
    ...(needs === 'second' ? ['你确认之后，还要另一位运营确认。'] : []),
    `${SECONDS} 秒内发送：${addressed ? '/' : ''}确认 ${code}`,
  ].join('\n');
}

function describe({ what, people, names, loses }: Impact): string[] {
  return [
    what,
    ...(people > 0 ? [`影响 ${people} 人${names.length > 0 ? `：${listNames(names, MOST_NAMED, people)}` : ''}`] : []),
    loses === undefined ? '做了以后 24 小时内可以撤销。' : `撤不回来的：${loses}`,
  ];
}
