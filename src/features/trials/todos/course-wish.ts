/** Somebody wishes to go on with the course: a person speaks with them, about prices above all. */

import * as copy from '../../../copy/zh-cn/course-wishes.js';
import { leftAsItIs } from '../../../copy/zh-cn/trials.js';
import { defineTodo, type TodoOption } from '../../../kit/todo.js';
import { COURSE_WISH } from '../../../kit/trials.js';
import { findMemberName } from '../../../storage/names.js';
import { readData } from '../todo-data.js';

export const courseWishTodo = defineTodo({
  kind: COURSE_WISH,
  describe: ({ todo, name, topic }) => copy.wishTodo(readData<copy.Wished>(todo), name, topic),
  options: [settleBy(copy.choices.reached, copy.wasReached), settleBy(copy.choices.leaveIt, leftAsItIs)],
});

function settleBy(word: string, say: (name: string) => string): TodoOption {
  return {
    word,
    effect: 'undoable',
    run: async ({ tx, todo }) => say(todo.memberId === null ? '' : ((await findMemberName(tx, todo.memberId)) ?? '')),
  };
}
