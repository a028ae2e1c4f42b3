/** Another round of somebody's trial, by a person's word alone. It is counted once, by when it began first. */

import * as copy from '../../../copy/zh-cn/trials.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { localMomentOf } from '../../../domain/local-time.js';
import { firstTrialDay, TRIAL_DAYS } from '../../../domain/trial.js';
import type { Changes } from '../../../kit/changes.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { closeTodo } from '../../../kit/todo.js';
import { beginTrials, TRIAL_OVER, trialRef } from '../../../kit/trials.js';
import type { Work } from '../../../kit/work.js';
import type { Member } from '../../../storage/members.js';
import { listRoomsOfMember } from '../../../storage/members.js';
import { readRole } from '../../../storage/roles.js';
import { readRoom, type Room } from '../../../storage/rooms.js';
import { lockTrial, saveTrialRound } from '../../../storage/trials.js';
import type { TrialWork } from '../commands/trial.js';
import { findTrialMeant, type TrialMeant } from '../trial-meant.js';
import { refuseNeedless } from './extend.js';

export async function restart(work: TrialWork, member: Member): Promise<string> {
  const meant = await findTrialMeant(work, member);
  if (meant === undefined) return begin(work, member);
  const ref = trialRef(meant.trial.id);
  await work.changes.watch('todo', { kind: TRIAL_OVER, ref });
  const reply = await restartTrial(work, meant, member.name);
  await closeTodo(work, TRIAL_OVER, ref);
  return reply;
}

/** The to-do is the caller's affair. */
export async function restartTrial(
  work: Work & { readonly changes: Changes },
  { trial, room }: TrialMeant,
  name: string,
): Promise<string> {
  const { tx, now, changes } = work;
  await refuseNeedless(work, { trial, room }, name);
  await refuseStaff(work, trial.memberId, room, name);
  const firstDay = firstDayFrom(room, now);
  await changes.watch('trial', { id: trial.id });
  await saveTrialRound(tx, trial.id, { roomId: room.id, round: trial.round + 1, at: now, firstDay, days: TRIAL_DAYS });
  return copy.restarted(name, firstDay);
}

/** Somebody who never had one: an old hand of the room, or a member who once paid. */
async function begin(work: TrialWork, { id: memberId, name }: Member): Promise<string> {
  const { tx, now, changes } = work;
  const room = await findTrialRoom(work, memberId);
  if (room === undefined || room.courseId === null) throw new RefusedError({ code: 'trial.absent', name });
  await refuseStaff(work, memberId, room, name);
  const [begun] = await beginTrials(tx, room, [{ memberId, courseId: room.courseId, at: now }]);
  if (begun === undefined) throw new RefusedError({ code: 'trial.none', name });
  const trial = await lockTrial(tx, begun);
  await refuseNeedless(work, { trial, room }, name);
  changes.note({ begun });
  return copy.begun(name, trial.firstDay);
}

async function findTrialRoom({ tx, room }: TrialWork, memberId: Member['id']): Promise<Room | undefined> {
  if (room?.kind === 'trial') return room;
  for (const { roomId } of await listRoomsOfMember(tx, memberId)) {
    const one = await readRoom(tx, roomId);
    if (one.kind === 'trial') return one;
  }
  return undefined;
}

async function refuseStaff({ tx, now }: Work, memberId: Member['id'], room: Room, name: string): Promise<void> {
  if ((await readRole(tx, memberId, room.id, now)) !== 'member')
    throw new RefusedError({ code: 'trial.is_staff', name });
}

function firstDayFrom({ settings, startDay }: Room, now: number): LocalDay {
  return firstTrialDay(localMomentOf(now, settings.zone), settings.taskTime, startDay);
}
