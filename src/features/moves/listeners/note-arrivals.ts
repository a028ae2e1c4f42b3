/**
 * Somebody came into a paid room, or was found there: whoever was on the way has arrived. It stands behind the listeners that
 * note who is in a room.
 *
 * Who comes in after the card was over, by an old invitation, is shown to a manager once more.
 */

import type { CourseId } from '../../../domain/ids.js';
import { isCovered } from '../../../kit/cards.js';
import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { goOn } from '../../../kit/move-flow.js';
import { beginReturn } from '../../../kit/moves.js';
import { findMemberId } from '../../../storage/members.js';
import { findLastMove, listRunningOfCourse } from '../../../storage/moves.js';
import { isPresent } from '../../../storage/presence.js';
import type { Room } from '../../../storage/rooms.js';

type ArrivalWork = ListenerWork<'room.joined'> | ListenerWork<'room.roster'>;

export const noteJoined = defineListener({
  name: 'moves.note-joined',
  on: 'room.joined',

  async run(work) {
    const room = paidRoom(work.room);
    if (!room) return;
    await goOnWith(work, room);
    for (const { platformId } of work.event.people) await askAboutReturn(work, room, platformId);
  },
});

export const noteRoster = defineListener({
  name: 'moves.note-roster',
  on: 'room.roster',

  async run(work) {
    const room = paidRoom(work.room);
    if (room) await goOnWith(work, room);
  },
});

interface PaidRoom extends Room {
  readonly courseId: CourseId;
}

function paidRoom(room: Room | undefined): PaidRoom | undefined {
  return room?.kind === 'paid' && room.courseId !== null ? { ...room, courseId: room.courseId } : undefined;
}

/** Few are on the way at a time, however many are in the room. */
async function goOnWith(work: ArrivalWork, { id: roomId, courseId }: PaidRoom): Promise<void> {
  const { tx, account } = work;
  for (const move of await listRunningOfCourse(tx, account.id, courseId)) {
    const isHere = await isPresent(tx, { roomId, memberId: move.memberId });
    if (isHere === (move.way === 'in')) await goOn(work, move);
  }
}

async function askAboutReturn(work: ArrivalWork, { courseId }: PaidRoom, platformId: string): Promise<void> {
  const { tx, account, today } = work;
  const memberId = await findMemberId(tx, account.id, platformId);
  if (memberId === undefined) return;
  const last = await findLastMove(tx, { accountId: account.id, memberId, courseId });
  if (last?.way !== 'back' || last.cause === 'paid' || last.state === 'running') return;
  if (await isCovered(tx, memberId, courseId, today)) return;
  await beginReturn(work, { memberId, courseId, cause: last.cause });
}
