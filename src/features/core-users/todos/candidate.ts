/** Somebody has the score of a core user: staff invite, or leave it for now. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import type { CoreScore } from '../../../domain/core-score.js';
import { present } from '../../../kit/refused-error.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import { saveCoreStanding } from '../../../storage/core-users.js';
import { type Member, readMember } from '../../../storage/members.js';
import { invite } from '../invite.js';
import { CANDIDATE } from '../kinds.js';
import { undoOrder } from '../undo.js';

export const candidate = defineTodo({
  kind: CANDIDATE,
  describe: ({ todo, name }) => copy.candidateLine(name, JSON.parse(todo.data) as CoreScore),
  options: [
    {
      word: copy.choices.invite,
      effect: 'undoable',
      run: async (work) => invite(work, await subjectOf(work)),
      undo: undoOrder,
    },
    {
      word: copy.choices.notNow,
      effect: 'undoable',
      async run(work) {
        const { tx, now, account, changes } = work;
        const person = await subjectOf(work);
        await changes.watch('core_user', { account_id: account.id, member_id: person.id });
        await saveCoreStanding(tx, account.id, person.id, { state: 'passed', at: now });
        return copy.passedOver(person.name);
      },
    },
  ],
});

export async function subjectOf({ tx, todo }: TodoWork): Promise<Member> {
  return readMember(tx, present(todo.memberId, { code: 'todo.unknown', number: todo.id }));
}
