/** The bot cannot reach whoever told the team something: a person tells them what became of it. */

import * as copy from '../../../copy/zh-cn/tickets.js';
import { present } from '../../../kit/refused-error.js';
import { defineTodo } from '../../../kit/todo.js';
import { readMember } from '../../../storage/members.js';
import { type OutcomeData, PLEASE_TELL } from '../kinds.js';

export const pleaseTell = defineTodo({
  kind: PLEASE_TELL,
  describe: ({ todo, name }) => copy.pleaseTell(name, JSON.parse(todo.data) as OutcomeData),
  options: [
    {
      word: copy.choices.told,
      effect: 'undoable',
      async run({ tx, todo }) {
        const author = await readMember(tx, present(todo.memberId, { code: 'todo.unknown', number: todo.id }));
        return copy.toldByHand(author.name);
      },
    },
  ],
});
