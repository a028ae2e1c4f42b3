/** What the platform could not do, or where there is no room yet: a person brings somebody into the core room, or out. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { defineTodo, type ToldTodo } from '../../../kit/todo.js';
import { BY_HAND } from '../kinds.js';

/** `room`: there is none yet. */
export interface ByHand {
  readonly wanted: 'room' | 'invite' | 'remove';
}

export const byHand = defineTodo({
  kind: BY_HAND,
  describe: say,
  options: [{ word: copy.choices.done, effect: 'undoable', run: async () => copy.doneByHand() }],
});

function say({ todo, name, topic }: ToldTodo): string {
  const { wanted } = JSON.parse(todo.data) as ByHand;
  if (wanted === 'room') return copy.noCoreRoom(name);
  return wanted === 'invite' ? copy.inviteByHand(name, topic) : copy.removeByHand(name, topic);
}
