/** What became of a removal that a person chose. Where it was not done for certain, a person looks. */

import type { ErrandKeeper } from '../../../kit/errand.js';
import { openTodo } from '../../../kit/todo.js';
import { readRoom } from '../../../storage/rooms.js';
import { REMOVAL_BY_HAND } from '../todos/removal-by-hand.js';
import { REMOVAL_ERRAND } from '../todos/removal.js';

export const removalErrand: ErrandKeeper = {
  kind: REMOVAL_ERRAND,

  async ended(work, { id, errand, roomId, outcome }) {
    if (outcome === 'done' || errand.do !== 'remove' || roomId === null) return;
    const { memberId } = errand;
    const room = await readRoom(work.tx, roomId);
    await openTodo(work, { kind: REMOVAL_BY_HAND, ref: `errand:${id}`, room, memberId });
  },
};
