/**
 * Takes a recognition back: ids, memberships and check-ins as they were, with all that came since under those ids.
 *
 * The ledger alone keeps its traces, since it only ever grows: its sums are as they were.
 */

import type { MemberId } from '../../domain/ids.js';
import { type FoldDetails, type FoldedSeat, handOver } from '../../kit/fold-members.js';
import { recount } from '../../kit/recount.js';
import { recordCheckIn } from '../../kit/standing.js';
import type { Work } from '../../kit/work.js';
import { type CheckIn, listCheckIns } from '../../storage/check-ins.js';
import { lockMembers, returnIdentities } from '../../storage/identities.js';
import type { LoggedRecognition } from '../../storage/identity-log.js';
import { deleteLeaveDays } from '../../storage/leave-days.js';
import { deleteUnusedSeat, listSeats, saveSeat, type SeatIn } from '../../storage/seats.js';

interface Parting {
  readonly freshId: MemberId;
  readonly lostId: MemberId;
  readonly details: FoldDetails;
  readonly at: number;
}

export async function unfoldMembers(work: Work, logged: LoggedRecognition): Promise<void> {
  const { tx, account } = work;
  const { keptId, foldedId, at } = logged;
  const details = JSON.parse(logged.details) as FoldDetails;
  const parting: Parting = { freshId: foldedId, lostId: keptId, details, at };
  await lockMembers(tx, [foldedId, keptId]);
  await returnIdentities(tx, account.id, details.platformIds, foldedId);
  for (const seat of await listSeats(tx, account.id, keptId)) await partSeat(work, parting, seat);
}

async function partSeat(work: Work, { freshId, lostId, details, at }: Parting, seat: SeatIn): Promise<void> {
  const { tx } = work;
  const { roomId } = seat;
  const folded = details.seats.find((one) => one.roomId === roomId);
  const [fresh, lost] = [
    { roomId, memberId: freshId },
    { roomId, memberId: lostId },
  ];
  const since = (await listCheckIns(tx, lost)).filter((one) => one.id > details.lastCheckInId || one.at >= at);
  if (folded === undefined && since.length === 0) return;
  await saveSeat(tx, fresh, { ...(folded?.fresh ?? seat), leftAt: seat.leftAt });
  await takeLeaveBack(work, lost, folded);
  await handOver(work, since, lost, fresh);
  for (const checkIn of folded?.surplus ?? []) await restore(work, fresh, checkIn);
  if (folded !== undefined) await restoreSeat(work, lost, folded);
}

async function takeLeaveBack(
  { tx, now }: Work,
  key: { roomId: SeatIn['roomId']; memberId: MemberId },
  folded: FoldedSeat | undefined,
): Promise<void> {
  const days = folded?.leave ?? [];
  const [first] = days;
  if (first === undefined) return;
  await deleteLeaveDays(tx, key, days);
  await recount(tx, key, { day: first, now });
}

async function restore({ tx, now }: Work, key: { roomId: SeatIn['roomId']; memberId: MemberId }, checkIn: CheckIn) {
  await recordCheckIn(tx, key, checkIn, now);
}

/** Where the lost member had never been, there is no seat again; one on which a ledger hangs is left instead. */
async function restoreSeat(
  { tx, now }: Work,
  key: { roomId: SeatIn['roomId']; memberId: MemberId },
  { fresh, lost }: FoldedSeat,
): Promise<void> {
  if (lost !== null) return saveSeat(tx, key, lost);
  if (!(await deleteUnusedSeat(tx, key))) await saveSeat(tx, key, { ...fresh, leftAt: now });
}
