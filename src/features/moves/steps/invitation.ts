/**
 * The invitation: an errand, once. Where there is no room for it, several of them, or no way to do it, a person decides; what
 * may have been done is never done again by itself.
 */

import { queueErrand } from '../../../kit/errand.js';
import { closeMoveTodos, type MoveTodo } from '../../../kit/move-flow.js';
import type { Work } from '../../../kit/work.js';
import { listPresentSeats } from '../../../storage/course-seats.js';
import { cancelErrand } from '../../../storage/errands.js';
import type { StepChange, StepRow } from '../../../storage/move-steps.js';
import { type Move, saveTarget } from '../../../storage/moves.js';
import { listRoomsOfKind, type Room } from '../../../storage/rooms.js';
import { askPerson, skipped, type Step } from '../step.js';

export const INVITATION = 'move-invitation';
/** To choose among; who runs more invites by hand. */
const MOST_CHOICES = 5;

export const invitation: Step = async (work, move, taken) => {
  const [there] = await listPresentSeats(work.tx, move, 'paid');
  if (there !== undefined && (await isFree(work, taken))) {
    await saveTarget(work.tx, move.id, there.roomId);
    await closeMoveTodos(work, move.id);
    return skipped('already-there');
  }
  return taken === undefined ? invite(work, move) : undefined;
};

/** An invitation that is leaving right now is waited for. */
async function isFree({ tx }: Work, taken: StepRow | undefined): Promise<boolean> {
  if (taken?.state !== 'under-way' || taken.outboxId === null) return true;
  return cancelErrand(tx, taken.outboxId, 'already-there');
}

async function invite(work: Work, move: Move): Promise<StepChange> {
  const rooms = await listPaidRooms(work, move);
  const [only] = rooms;
  const room = rooms.find(({ id }) => id === move.toRoomId) ?? (rooms.length === 1 ? only : undefined);
  if (room !== undefined) return send(work, move, room);
  if (only === undefined) return askPerson(work, move, { kind: 'move-invite', reason: 'no-room', room: undefined });
  const choice = rooms.slice(0, MOST_CHOICES);
  const kind = `move-choose-${choice.length}` as MoveTodo;
  return askPerson(work, move, { kind, reason: 'several-rooms', room: only, rooms: choice });
}

async function listPaidRooms({ tx, account }: Work, { courseId }: Pick<Move, 'courseId'>): Promise<Room[]> {
  return (await listRoomsOfKind(tx, account.id, 'paid')).filter((room) => room.courseId === courseId);
}

async function send(work: Work, { id, memberId }: Move, room: Room): Promise<StepChange> {
  await saveTarget(work.tx, id, room.id);
  const errand = { do: 'invite', memberId } as const;
  const outboxId = await queueErrand(work, { kind: INVITATION, to: { roomId: room.id }, errand });
  return { state: 'under-way', outboxId };
}
