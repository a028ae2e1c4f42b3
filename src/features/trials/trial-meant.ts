/** Which trial is meant: that of the room which is spoken of, else the member's latest one. */

import { RefusedError } from '../../kit/refused-error.js';
import type { Work } from '../../kit/work.js';
import type { Member } from '../../storage/members.js';
import { readRoom, type Room } from '../../storage/rooms.js';
import { findLatestTrial, findTrial, lockTrial, type Trial } from '../../storage/trials.js';

export interface TrialMeant {
  readonly trial: Trial;
  readonly room: Room;
}

/** Whoever manages one room has a say in its trials alone. */
export async function findTrialMeant(
  work: Work & { readonly room: Room | undefined },
  { id: memberId }: Member,
): Promise<TrialMeant | undefined> {
  const { tx, account, room } = work;
  if (room !== undefined && room.kind !== 'staff') refuseOtherRoom(room);
  const found =
    room === undefined || room.courseId === null
      ? await findLatestTrial(tx, account.id, memberId)
      : await findTrial(tx, { accountId: account.id, memberId, courseId: room.courseId });
  if (!found || (room?.kind === 'trial' && found.roomId !== room.id)) return undefined;
  return { trial: await lockTrial(tx, found.id), room: await readRoom(tx, found.roomId) };
}

export async function readTrialMeant(
  work: Work & { readonly room: Room | undefined },
  member: Member,
): Promise<TrialMeant> {
  const meant = await findTrialMeant(work, member);
  if (meant) return meant;
  throw new RefusedError({ code: 'trial.none', name: member.name });
}

export function refuseOtherRoom({ kind, courseId, topic }: Room): void {
  if (kind !== 'trial' || courseId === null) throw new RefusedError({ code: 'trial.not_a_trial_room', topic });
}
