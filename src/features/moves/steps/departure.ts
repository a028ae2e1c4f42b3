/** The departure from the paid room: a manager decides, one room after the other where somebody is in several. */

import { closeMoveTodos } from '../../../kit/move-flow.js';
import type { Work } from '../../../kit/work.js';
import { type CourseSeat, listPresentSeats } from '../../../storage/course-seats.js';
import type { Move } from '../../../storage/moves.js';
import { readRoom } from '../../../storage/rooms.js';
import { listMovesOf } from '../../../storage/shown-moves.js';
import { askPerson, done, skipped, type Step } from '../step.js';

export const departure: Step = async (work, move, taken) => {
  const [there] = await listPresentSeats(work.tx, move, 'paid');
  if (there === undefined) {
    await closeMoveTodos(work, move.id);
    return done({ reason: 'left' });
  }
  if (taken !== undefined) return undefined;
  if (move.cause === 'undone' && (await wasThereBefore(work, move, there))) return skipped('already-there');
  const room = await readRoom(work.tx, there.roomId);
  return askPerson(work, move, { kind: 'move-return', reason: move.cause, room });
};

/** The order that was a mistake had not brought them here. */
async function wasThereBefore({ tx }: Work, move: Move, { joinedAt }: CourseSeat): Promise<boolean> {
  const all = await listMovesOf(tx, move.accountId, move.memberId);
  const undone = all.find(({ way, courseId, id }) => way === 'in' && courseId === move.courseId && id < move.id);
  return undone !== undefined && joinedAt < undone.begunAt;
}
