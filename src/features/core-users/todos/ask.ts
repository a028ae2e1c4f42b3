/** The bot may not write to somebody who is invited: a person tells them, and the seven days begin then. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import { findCoreUser, saveCoreStanding } from '../../../storage/core-users.js';
import { ASK } from '../kinds.js';
import { subjectOf } from './candidate.js';

export const ask = defineTodo({
  kind: ASK,
  describe: ({ name }) => copy.pleaseAsk(name),
  options: [
    { word: copy.choices.told, effect: 'undoable', run: (work) => settle(work, 'invited', copy.askedByHand) },
    { word: copy.choices.withdraw, effect: 'undoable', run: (work) => settle(work, 'passed', copy.withdrawn) },
  ],
});

/** Whoever answered meanwhile has decided already. */
async function settle(work: TodoWork, state: 'invited' | 'passed', say: (name: string) => string): Promise<string> {
  const { tx, now, account, changes } = work;
  const person = await subjectOf(work);
  await changes.watch('core_user', { account_id: account.id, member_id: person.id });
  const standing = await findCoreUser(tx, account.id, person.id);
  if (standing?.state === 'invited') await saveCoreStanding(tx, account.id, person.id, { state, at: now });
  return say(person.name);
}
