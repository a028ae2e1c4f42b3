/** Several rooms run the course: a person says into which of them. */

import * as copy from '../../../copy/zh-cn/moves.js';
import type { RoomId } from '../../../domain/ids.js';
import { goOn } from '../../../kit/move-flow.js';
import { defineTodo, type TodoDefinition, type TodoOption } from '../../../kit/todo.js';
import { deleteStep } from '../../../storage/move-steps.js';
import { saveTarget } from '../../../storage/moves.js';
import type { TodoData } from '../step.js';
import { moveOf } from '../todo-move.js';
import { notWanted } from './invite.js';

/** One for each number of rooms, since the options of a to-do are fixed. */
export const chooseTodos: readonly TodoDefinition[] = [2, 3, 4, 5].map((rooms) =>
  defineTodo({
    kind: `move-choose-${rooms}`,
    describe: ({ todo, name }) => copy.todoLines.choose(name, JSON.parse(todo.data) as TodoData),
    options: [...copy.roomChoices.slice(0, rooms).map(into), notWanted],
  }),
);

function into(word: string, place: number): TodoOption {
  return {
    word,
    effect: 'undoable',
    async run(work) {
      const { move, name, data } = await moveOf(work);
      const room = data.rooms?.[place];
      if (room) await saveTarget(work.tx, move.id, room.id as RoomId);
      await deleteStep(work.tx, move.id, 'invitation');
      await goOn(work, move);
      return copy.done.chosen(name, room?.topic ?? '');
    },
  };
}
