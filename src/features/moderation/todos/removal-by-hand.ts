/** A removal that was decided and that the bot cannot do: somebody does it in WeChat. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { defineTodo } from '../../../kit/todo.js';

export const REMOVAL_BY_HAND = 'removal-by-hand';

export const removalByHand = defineTodo({
  kind: REMOVAL_BY_HAND,
  describe: ({ name, topic }) => copy.removeByHandTodo(name, topic),
  options: [
    { word: copy.removeByHandOptions.done, effect: 'undoable', run: async () => copy.removedByHand() },
    { word: copy.removeByHandOptions.drop, effect: 'undoable', run: async () => copy.removedByHand() },
  ],
});
