/** A referral was paid whose two turned out to be one, or to have known each other: a person says what becomes of the points. */

import * as copy from '../../../copy/zh-cn/referrals.js';
import { UNEARNED, type Unearned } from '../../../kit/referrals.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import { findReferral } from '../../../storage/referrals.js';
import { takeBack } from '../take-back.js';

export const unearned = defineTodo({
  kind: UNEARNED,
  describe: ({ todo, name }) => copy.unearnedTodo(JSON.parse(todo.data) as Unearned, name),
  options: [
    { word: copy.choices.takeBack, effect: 'final', run: settle },
    { word: copy.choices.leaveIt, effect: 'undoable', run: async () => copy.leftPaid() },
  ],
});

async function settle(work: TodoWork): Promise<string> {
  const { referral: id, points, reason } = JSON.parse(work.todo.data) as Unearned;
  const referral = await findReferral(work.tx, id);
  if (referral?.state === 'earned') await takeBack(work, referral, reason);
  return copy.takenBack(points);
}
