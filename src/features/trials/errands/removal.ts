/** What became of a removal that a person asked for: where the platform did not do it, a person is asked to. */

import type { ErrandKeeper } from '../../../kit/errand.js';
import { openTodo } from '../../../kit/todo.js';
import { isPresent } from '../../../storage/presence.js';
import { readRoom } from '../../../storage/rooms.js';

export const TRIAL_REMOVAL = 'trial-removal';

export const removal: ErrandKeeper = {
  kind: TRIAL_REMOVAL,

  async ended(work, { id, errand, roomId, outcome }) {
    if (outcome === 'done' || errand.do !== 'remove' || roomId === null) return;
    const { memberId } = errand;
    if (!(await isPresent(work.tx, { roomId, memberId }))) return;
    await openTodo(work, { kind: TRIAL_REMOVAL, ref: `errand:${id}`, room: await readRoom(work.tx, roomId), memberId });
  },
};
