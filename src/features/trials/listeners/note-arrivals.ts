/**
 * Trials begin when somebody comes into a trial room, and for those who were there when it was registered. Whoever comes
 * again goes on with theirs; one that was over is begun anew by a person's word alone.
 *
 * Runs after `members`, which notes who is in the room: what it wrote is read here.
 */

import type { CourseId } from '../../../domain/ids.js';
import { isNewcomer } from '../../../domain/trial.js';
import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { listShowsNewcomers } from '../../../kit/newcomers.js';
import { openTodo } from '../../../kit/todo.js';
import { beginTrials, TRIAL_RETURN, trialRef } from '../../../kit/trials.js';
import { findCard } from '../../../storage/member-cards.js';
import type { Room } from '../../../storage/rooms.js';
import { listCandidates, listReturning } from '../../../storage/trial-seats.js';
import { saveTrialRoom, type Trial } from '../../../storage/trials.js';

type Arrived = ListenerWork<'room.joined' | 'room.roster'>;

export const noteJoined = defineListener({
  name: 'trials.note-joined',
  on: 'room.joined',
  run: async (work) => noteArrivals(work, (joinedAt) => joinedAt === work.now),
});

/** Those whose coming was not told. */
export const noteFound = defineListener({
  name: 'trials.note-found',
  on: 'room.roster',

  async run(work) {
    if (work.room?.kind !== 'trial' || !(await listShowsNewcomers(work, work.room))) return;
    await noteArrivals(work, (joinedAt) => isNewcomer(joinedAt, work.now));
  },
});

async function noteArrivals(work: Arrived, begins: (joinedAt: number) => boolean): Promise<void> {
  const { tx, now, room } = work;
  if (room?.kind !== 'trial' || room.courseId === null) return;
  const { courseId } = room;
  for (const trial of await listReturning(tx, room, courseId, now)) await goOn(work, room, trial);
  const newcomers = (await listCandidates(tx, room, courseId)).filter(({ joinedAt }) => begins(joinedAt));
  await beginTrials(
    tx,
    room,
    newcomers.map(({ memberId, joinedAt: at }) => ({ memberId, courseId, at })),
  );
}

async function goOn(work: Arrived, room: Room, trial: Trial): Promise<void> {
  if (trial.roomId !== room.id) await saveTrialRoom(work.tx, trial.id, room.id);
  if (trial.state === 'over' && trial.outcome !== 'staff') await tellOfReturn(work, room, trial);
}

/** Those who once paid are known to whoever looks after cards. */
async function tellOfReturn(work: Arrived, room: Room, { id, memberId, courseId, beganDay }: Trial): Promise<void> {
  if (await hadCard(work, memberId, courseId)) return;
  await openTodo(work, { kind: TRIAL_RETURN, ref: trialRef(id), room, memberId, data: { trial: id, beganDay } });
}

async function hadCard({ tx }: Arrived, memberId: Trial['memberId'], courseId: CourseId): Promise<boolean> {
  return (await findCard(tx, memberId, courseId)) !== undefined;
}
