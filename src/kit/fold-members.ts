/**
 * Folds what was seen of somebody since the login into the member that they turn out to be: ids, memberships, check-ins,
 * points, and whatever else they did or were given.
 *
 * Roles are not touched: those of the member hold again, and what was granted to the new face stays with it, where
 * nobody speaks any more. Taken back, everything done since under the same ids goes along.
 */

import { decideFold } from '../domain/binding.js';
import type { IdentityLogId, MemberId } from '../domain/ids.js';
import type { Tx } from '../storage/database.js';
import { lockMembers, moveIdentities, readAcquaintance, redirectWaiting } from '../storage/identities.js';
import { appendRecognition } from '../storage/identity-log.js';
import { type FollowedRows, moveRows } from '../storage/person-rows.js';
import type { RowChange } from '../storage/row-images.js';
import { listSeats, readLastCheckInId } from '../storage/seats.js';
import { forgetTrialRecords } from '../storage/trial-records.js';
import { recountCards } from './cards.js';
import type { Changes } from './changes.js';
import { recountBrought } from './fold-brought.js';
import { callOffOwnReferrals, type Faces, foldOrigins } from './fold-origins.js';
import { type FoldedSeat, foldSeat } from './fold-seats.js';
import { Recorder } from './recorder.js';
import { orRefuse } from './refused-error.js';
import type { Work } from './work.js';

export interface Recognised {
  /** Known since the login alone. */
  readonly freshId: MemberId;
  readonly lostId: MemberId;
  readonly how: 'code' | 'staff';
  readonly by: MemberId;
}

/** What it takes to take it back. */
export interface FoldDetails {
  readonly platformIds: readonly string[];
  /** Check-ins with a higher id came with the fold or after it. */
  readonly lastCheckInId: number;
  readonly seats: readonly FoldedSeat[];
  /** Absent in what an earlier version noted, as what follows is. */
  readonly rows?: readonly FollowedRows[];
  /** Of rows of which both had one. */
  readonly changes?: readonly RowChange[];
}

/** Refuses unless one is new since the login and the other lost by it. */
export async function foldMembers(work: Work, { freshId, lostId, how, by }: Recognised): Promise<IdentityLogId> {
  const { tx, account, now } = work;
  await lockMembers(tx, [freshId, lostId]);
  const fresh = await readAcquaintance(tx, account.id, freshId);
  orRefuse(decideFold(fresh, await readAcquaintance(tx, account.id, lostId)));
  const lastCheckInId = await readLastCheckInId(tx);
  const platformIds = await moveIdentities(tx, account.id, freshId, lostId);
  await redirectWaiting(tx, freshId, lostId);
  const lostSeats = await listSeats(tx, account.id, lostId);
  const seats: FoldedSeat[] = [];
  for (const seat of await listSeats(tx, account.id, freshId)) {
    const lost = lostSeats.find(({ roomId }) => roomId === seat.roomId);
    seats.push(await foldSeat(work, { seat, lost, freshId, lostId }));
  }
  const details: FoldDetails = { platformIds, lastCheckInId, seats, ...(await foldRows(work, { freshId, lostId })) };
  const logged = { how, by, keptId: lostId, foldedId: freshId, details: JSON.stringify(details), at: now };
  return appendRecognition(tx, account.id, logged);
}

/** Cards follow from what was bought, and streaks from what was brought. */
async function foldRows(work: Work, faces: Faces): Promise<Pick<FoldDetails, 'rows' | 'changes'>> {
  const { tx, now } = work;
  const { freshId, lostId } = faces;
  // Told apart from what goes over in between: rows go back first, and then they are as they were here.
  const before = await recordChanges(tx, (changes) => foldOrigins({ ...work, changes }, faces));
  const rows = await moveRows(tx, freshId, lostId);
  const after = await recordChanges(tx, (changes) => callOffOwnReferrals({ ...work, changes }, lostId));
  for (const id of [freshId, lostId]) {
    await recountCards(tx, id, now);
    await forgetTrialRecords(tx, id);
  }
  await recountBrought(work, rows, [freshId, lostId]);
  return { rows, changes: [...before, ...after] };
}

async function recordChanges(tx: Tx, change: (changes: Changes) => Promise<void>): Promise<readonly RowChange[]> {
  const recorder = new Recorder(tx);
  await change(recorder);
  return (await recorder.finish())?.changes ?? [];
}
