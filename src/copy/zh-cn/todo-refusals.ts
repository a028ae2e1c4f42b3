/** How the bot says no about to-dos. Part of `refusals.ts`. */

import type { TodoRefusals } from '../../domain/todo-refusals.js';

type Wordings = { readonly [Code in keyof TodoRefusals]: (refusal: TodoRefusals[Code]) => string };

export const todoWordings: Wordings = {
  'todo.unknown': ({ number }) => `没有编号 ${number} 的待办。\n看有哪些：/待办`,
  'todo.done': ({ number, choice }) =>
    choice === null ? `待办 ${number} 已经不用办了。` : `待办 ${number} 已经有人办过了，选的是「${choice}」。`,
  'todo.not_an_option': ({ number, given, options }) =>
    `待办 ${number} 没有「${given}」这个选项，可以选：${options.join('、')}。\n例如：/待办 ${number} ${options[0] ?? ''}`,
  'todo.not_in_public': () => '待办里有成员的情况，不在这里说。\n请到员工群或私聊里发送：/待办',
  'todo.final': ({ choice }) => `「${choice}」已经办出去了，收不回来。`,
};
