/** The bot could not remove somebody whom a person had said goodbye to: a person does it, or thinks better of it. */

import * as copy from '../../../copy/zh-cn/trials.js';
import { defineTodo, type TodoOption } from '../../../kit/todo.js';
import { findMemberName } from '../../../storage/names.js';
import { TRIAL_REMOVAL } from '../errands/removal.js';

export const removalByHand = defineTodo({
  kind: TRIAL_REMOVAL,
  describe: ({ name, topic }) => copy.removalTodo(name, topic),
  options: [settleBy(copy.choices.removed), settleBy(copy.choices.keep)],
});

/** The bot has nothing more to do with it. */
function settleBy(word: string): TodoOption {
  return {
    word,
    effect: 'undoable',
    async run({ tx, todo }) {
      const name = todo.memberId === null ? '' : ((await findMemberName(tx, todo.memberId)) ?? '');
      return copy.leftAsItIs(name);
    },
  };
}
