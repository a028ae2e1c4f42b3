/** All that came up in the last minutes as one message to staff; what is urgent as one of its own. */

import * as copy from '../../../copy/zh-cn/todos.js';
import { defineMergedReply } from '../../../kit/feature.js';
import { TODO_NEWS, type TodoNews, URGENT_TODO_NEWS } from '../../../kit/todo.js';

export const todoNews = defineMergedReply<TodoNews>({
  kind: TODO_NEWS,
  pace: 'plain',
  compose: (todos) => copy.todoNews(todos),
});

export const urgentTodoNews = defineMergedReply<TodoNews>({
  kind: URGENT_TODO_NEWS,
  pace: 'plain',
  compose: (todos) => copy.todoNews(todos),
});
