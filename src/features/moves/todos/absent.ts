/** Somebody was invited and did not come. */

import * as copy from '../../../copy/zh-cn/moves.js';
import { goOn } from '../../../kit/move-flow.js';
import { defineTodo, type TodoOption } from '../../../kit/todo.js';
import { deleteStep } from '../../../storage/move-steps.js';
import type { TodoData } from '../step.js';
import { moveOf } from '../todo-move.js';
import { notWanted } from './invite.js';

const again: TodoOption = {
  word: copy.choices.again,
  effect: 'undoable',
  async run(work) {
    const { move, name } = await moveOf(work);
    for (const step of ['invitation', 'arrival'] as const) await deleteStep(work.tx, move.id, step);
    await goOn(work, move);
    return copy.done.again(name);
  },
};

const wait: TodoOption = {
  word: copy.choices.wait,
  effect: 'undoable',
  async run(work) {
    const { move } = await moveOf(work);
    await deleteStep(work.tx, move.id, 'arrival');
    await goOn(work, move);
    return copy.done.wait();
  },
};

export const absentTodo = defineTodo({
  kind: 'move-absent',
  describe: ({ todo, name }) => copy.todoLines.absent(name, JSON.parse(todo.data) as TodoData),
  options: [again, wait, notWanted],
});
