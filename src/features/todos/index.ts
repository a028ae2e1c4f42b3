import { defineFeature } from '../../kit/feature.js';
import { todo } from './commands/todo.js';
import { todoNews, urgentTodoNews } from './merged-replies/todo-news.js';

export const todos = defineFeature({ name: 'todos', commands: [todo], mergedReplies: [todoNews, urgentTodoNews] });
