/** How the bot says no about questions and tickets. Part of `refusals.ts`. */

import type { QuestionRefusals } from '../../domain/question-refusals.js';
import type { AskedState } from '../../domain/question.js';

type Wordings = { readonly [Code in keyof QuestionRefusals]: (refusal: QuestionRefusals[Code]) => string };

const CLOSED: Readonly<Record<AskedState, string>> = {
  open: '还在等回答',
  answered: '已经回答过了',
  withdrawn: '已经撤回了',
  dropped: '不在问题箱里了',
};

export const questionWordings: Wordings = {
  'question.empty': () => '没看到要问什么。\n例如：提问 单词总是记不住怎么办',
  'question.too_long': ({ max }) => `问题最多 ${max} 个字，请短一些，或分成两个问。`,
  'question.too_many': ({ max }) => `一天最多提 ${max} 个问题，剩下的明天再问。\n看还有哪些问题，发送：问题箱`,
  'question.asked_already': ({ number }) =>
    `这个问题你问过了，是 问${number}，还在等回答。\n想收回，发送：撤问 ${number}`,
  'question.unknown': ({ number }) => `这里没有 问${number}。\n看有哪些问题，发送：问题箱`,
  'question.closed': ({ number, state }) => `问${number} ${CLOSED[state]}。\n看还有哪些问题，发送：问题箱`,
  'question.own': ({ number }) => `问${number} 是你自己问的，已经算上你了。\n看还有哪些问题，发送：问题箱`,
  'question.voted': ({ number }) => `问${number} 已经算上你了，等回答就好。\n看还有哪些问题，发送：问题箱`,
  'question.not_own': ({ number }) => `问${number} 不是你问的，要由问的人来撤。\n看还有哪些问题，发送：问题箱`,
  'question.needs_answer': ({ number, example }) => `问${number} 后面还缺少回答。\n例如：${example}`,
  'ticket.empty': () => '没看到要说什么。\n例如：反馈 早上的任务能不能早半小时发',
  'ticket.too_long': ({ max }) => `一次最多 ${max} 个字，请短一些，或私聊我分几次说。`,
  'ticket.too_many': ({ max }) => `你有 ${max} 条还在处理，等有了结果再提新的。\n看进展，私聊我发送：我的反馈`,
  'ticket.needs_reason': ({ number }) =>
    `不处理要说一句为什么，会转告本人。\n例如：/待办 ${number} 暂不处理 这个月人手不够，下月再看`,
  'ticket.closed': () => '这条已经有结果了。\n看等着办的，发送：/待办',
};
