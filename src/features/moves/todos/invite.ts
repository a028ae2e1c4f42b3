/** An invitation that the bot cannot give, or may have given: a person does, or says that none is needed. */

import * as copy from '../../../copy/zh-cn/moves.js';
import { goOn } from '../../../kit/move-flow.js';
import { defineTodo, type TodoOption, type TodoWork } from '../../../kit/todo.js';
import { saveStep } from '../../../storage/move-steps.js';
import { done, skipped, type TodoData } from '../step.js';
import { moveOf } from '../todo-move.js';

const invited: TodoOption = {
  word: copy.choices.invited,
  effect: 'undoable',
  async run(work) {
    const { move, name } = await moveOf(work);
    const at = { moveId: move.id, at: work.now } as const;
    await saveStep(work.tx, { ...at, step: 'invitation' }, done({ reason: 'by-hand' }));
    await goOn(work, move);
    return copy.done.invited(name);
  },
};

export const notWanted: TodoOption = {
  word: copy.choices.notWanted,
  effect: 'undoable',
  async run(work: TodoWork) {
    const { move, name } = await moveOf(work);
    for (const step of ['invitation', 'arrival', 'welcome', 'farewell', 'record'] as const)
      await saveStep(work.tx, { moveId: move.id, step, at: work.now }, skipped('not-wanted'));
    await goOn(work, move);
    return copy.done.notWanted(name);
  },
};

export const inviteTodo = defineTodo({
  kind: 'move-invite',
  describe: ({ todo, name }) => copy.todoLines.invite(name, JSON.parse(todo.data) as TodoData),
  options: [invited, notWanted],
});
