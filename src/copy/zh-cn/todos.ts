/** What the bot says about to-dos (待办), all of it to staff. */

import type { TodoId } from '../../domain/ids.js';
import type { InRoom } from './name-list.js';

export const triggers = { todo: ['待办'] } as const;
export const summaries = { todo: '看等人来办的事，或者办其中一件' } as const;
export const examples = { todo: '/待办 12 同意' } as const;
export const labels = { number: '编号', choice: '怎么办', text: '说明' } as const;

export interface TodoLine {
  readonly id: TodoId;
  readonly line: string;
  /** As they are typed; an ellipsis stands for what may be said behind one. */
  readonly options: readonly string[];
  readonly urgent: boolean;
}

const MOST_NEWS = 5;

/** In staff rooms, as it comes up. */
export function todoNews(todos: readonly TodoLine[]): string {
  const [first] = todos;
  if (first === undefined) return '';
  const more = todos.length > MOST_NEWS ? [`还有 ${todos.length - MOST_NEWS} 件，发送 /待办 看全部`] : [];
  const lines = todos.slice(0, MOST_NEWS).map(todoLine);
  return [`【待办】${todos.length} 件事等人来定`, ...lines, ...more, howTo(first, (line) => line)].join('\n');
}

export interface TodoList {
  readonly todos: readonly TodoLine[];
  /** How many there are in all. */
  readonly total: number;
}

export function todoList({ todos, total }: TodoList, inRoom: InRoom): string {
  const [first] = todos;
  if (first === undefined) return '没有待办，都处理好了。';
  const more = total > todos.length ? [`还有 ${total - todos.length} 件更新的，办完这些再看。`] : [];
  return [`【待办】共 ${total} 件`, ...todos.map(todoLine), ...more, howTo(first, inRoom)].join('\n');
}

export function oneTodo(todo: TodoLine, inRoom: InRoom): string {
  return [todoLine(todo), howTo(todo, inRoom)].join('\n');
}

function todoLine({ id, line, options, urgent }: TodoLine): string {
  return `${id}. ${urgent ? '先办：' : ''}${line}（${options.join('／')}）`;
}

function howTo({ id, options: [word = ''] }: TodoLine, inRoom: InRoom): string {
  return `怎么办就怎么回，例如：${inRoom(`/待办 ${id} ${word}`)}`;
}
