/** Somebody left a room of a course: a departure that was waited for has come about, and nobody need decide it any more. */

import { defineListener } from '../../../kit/feature.js';
import { goOn, moveRef } from '../../../kit/move-flow.js';
import { closeTodo } from '../../../kit/todo.js';
import type { Work } from '../../../kit/work.js';
import { findMemberId } from '../../../storage/members.js';
import { findStep, saveStep } from '../../../storage/move-steps.js';
import { findLastMove, type Move } from '../../../storage/moves.js';
import { done } from '../step.js';

export const noteLeft = defineListener({
  name: 'moves.note-left',
  on: 'room.left',

  async run(work) {
    const { tx, account, room, event } = work;
    if (!room || room.courseId === null) return;
    for (const { platformId } of event.people) {
      const memberId = await findMemberId(tx, account.id, platformId);
      if (memberId === undefined) continue;
      const move = await findLastMove(tx, { accountId: account.id, memberId, courseId: room.courseId });
      if (move) await noteDeparture(work, move, room.kind === 'trial');
    }
  },
});

async function noteDeparture(work: Work, move: Move, isTrial: boolean): Promise<void> {
  if (move.state === 'running') return goOn(work, move);
  if (move.state === 'done' && isTrial) await settleTrialRoom(work, move);
}

async function settleTrialRoom(work: Work, { id }: Move): Promise<void> {
  if ((await findStep(work.tx, id, 'trial-room')) === undefined) return;
  for (const kind of ['move-trial', 'move-remove']) await closeTodo(work, kind, moveRef(id));
  await saveStep(work.tx, { moveId: id, step: 'trial-room', at: work.now }, done({ reason: 'left' }));
}
