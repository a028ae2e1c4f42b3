/**
 * Somebody need not be in a room any more: the paid one, when the card is over, or the trial one, after the move. A manager
 * takes them out, or lets them stay; nobody is taken out without one.
 */

import * as copy from '../../../copy/zh-cn/moves.js';
import type { MoveStep } from '../../../domain/move.js';
import { queueErrand } from '../../../kit/errand.js';
import { goOn } from '../../../kit/move-flow.js';
import { present } from '../../../kit/refused-error.js';
import { defineTodo, type TodoOption, type TodoWork } from '../../../kit/todo.js';
import { saveStep } from '../../../storage/move-steps.js';
import type { Move } from '../../../storage/moves.js';
import { noteRemoved, REMOVAL } from '../errands/removal.js';
import { skipped, type TodoData } from '../step.js';
import { type MeantMove, moveOf } from '../todo-move.js';

function stepOf({ way }: Move): MoveStep {
  return way === 'back' ? 'departure' : 'trial-room';
}

/** A to-do about the trial room is open once the move is done, one about the paid room while it runs. */
function meant(work: TodoWork): Promise<MeantMove> {
  return moveOf(work, work.room?.kind === 'trial' ? 'done' : 'running');
}

const remove: TodoOption = {
  word: copy.choices.remove,
  effect: 'final',
  async run(work) {
    const { move, name } = await meant(work);
    const room = present(work.room, { code: 'room.not_registered' });
    await work.confirm({ what: copy.removal(room.topic), people: 1, names: [name], grave: true });
    const errand = { do: 'remove', memberId: move.memberId } as const;
    const outboxId = await queueErrand(work, { kind: REMOVAL, to: { roomId: room.id }, errand });
    await saveStep(work.tx, { moveId: move.id, step: stepOf(move), at: work.now }, { state: 'under-way', outboxId });
    work.changes.note({ moveId: move.id });
    return copy.done.removing(name);
  },
};

const stay: TodoOption = {
  word: copy.choices.stay,
  effect: 'undoable',
  async run(work) {
    const { move, name } = await meant(work);
    await saveStep(work.tx, { moveId: move.id, step: stepOf(move), at: work.now }, skipped('stays'));
    if (move.state === 'running') await goOn(work, move);
    return copy.done.stays(name);
  },
};

const removed: TodoOption = {
  word: copy.choices.removed,
  effect: 'undoable',
  async run(work) {
    const { move, name } = await meant(work);
    const { id } = present(work.room, { code: 'room.not_registered' });
    await work.changes.watch('membership', { room_id: id, member_id: move.memberId }, ['left_at']);
    await noteRemoved(work, move, id);
    return copy.done.removed(name);
  },
};

export const returnTodo = defineTodo({
  kind: 'move-return',
  describe: ({ todo, name, topic }) => copy.todoLines.return(name, JSON.parse(todo.data) as TodoData, topic),
  options: [remove, stay],
});

export const trialTodo = defineTodo({
  kind: 'move-trial',
  describe: ({ todo, name, topic }) => copy.todoLines.trial(name, JSON.parse(todo.data) as TodoData, topic),
  options: [remove, stay],
});

export const removeTodo = defineTodo({
  kind: 'move-remove',
  describe: ({ todo, name, topic }) => copy.todoLines.remove(name, JSON.parse(todo.data) as TodoData, topic),
  options: [removed, stay],
});
