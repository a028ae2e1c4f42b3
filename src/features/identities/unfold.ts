/**
 * Takes a recognition back: ids, memberships and check-ins as they were, with all that came since under those ids.
 *
 * The ledger alone keeps its traces, since it only ever grows: its sums are as they were.
 */

import type { MemberId, MembershipKey } from '../../domain/ids.js';
import { localDayOf } from '../../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import { recountCards } from '../../kit/cards.js';
import { recountBrought } from '../../kit/fold-brought.js';
import type { FoldDetails } from '../../kit/fold-members.js';
import { type FoldedSeat, handOver } from '../../kit/fold-seats.js';
import { reversePoints } from '../../kit/points.js';
import { recount } from '../../kit/recount.js';
import { recordCheckIn } from '../../kit/standing.js';
import type { Work } from '../../kit/work.js';
import { type CheckIn, listCheckIns } from '../../storage/check-ins.js';
import { lockMembers, returnIdentities } from '../../storage/identities.js';
import type { LoggedRecognition } from '../../storage/identity-log.js';
import { deleteLeaveDays } from '../../storage/leave-days.js';
import { markWordsChanged } from '../../storage/listed-words.js';
import { returnRows } from '../../storage/person-rows.js';
import { restoreRows } from '../../storage/restore-rows.js';
import { deleteUnusedSeat, listSeats, saveSeat, type SeatIn } from '../../storage/seats.js';
import { forgetTrialRecords } from '../../storage/trial-records.js';

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
  await partRows(work, parting);
  for (const seat of await listSeats(tx, account.id, keptId)) await partSeat(work, parting, seat);
  await recountBrought(work, details.rows ?? [], [keptId, foldedId]);
}

async function partRows(work: Work, { freshId, lostId, details: { rows = [], changes = [] } }: Parting): Promise<void> {
  const { tx, account, now } = work;
  await returnRows(tx, rows, lostId, freshId);
  await restoreRows(tx, changes);
  if (changes.some(({ table }) => table === 'listed_word')) await markWordsChanged(tx, account.id);
  for (const id of [lostId, freshId]) {
    await recountCards(tx, id, now);
    await forgetTrialRecords(tx, id);
  }
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
  await takePointsBack(work, [lost, fresh], folded);
  await takeLeaveBack(work, lost, folded);
  await handOver(work, since, lost, fresh);
  for (const checkIn of folded?.surplus ?? []) await restore(work, fresh, checkIn);
  if (folded !== undefined) await restoreSeat(work, lost, folded);
}

async function takePointsBack({ tx, now }: Work, keys: readonly MembershipKey[], folded: FoldedSeat | undefined) {
  if (folded?.pointsRef === undefined) return;
  const booked = { reason: 'recognised', ref: folded.pointsRef, day: localDayOf(now, DEFAULT_SETTINGS.zone) } as const;
  for (const key of keys) await reversePoints(tx, key, booked, now);
}

async function takeLeaveBack({ tx, now }: Work, key: MembershipKey, folded: FoldedSeat | undefined): Promise<void> {
  const days = folded?.leave ?? [];
  const [first] = days;
  if (first === undefined) return;
  await deleteLeaveDays(tx, key, days);
  await recount(tx, key, { day: first, now });
}

async function restore({ tx, now }: Work, key: MembershipKey, checkIn: CheckIn) {
  await recordCheckIn(tx, key, checkIn, now);
}

/** Where the lost member had never been, there is no seat again; one on which a ledger hangs is left instead. */
async function restoreSeat({ tx, now }: Work, key: MembershipKey, { fresh, lost }: FoldedSeat): Promise<void> {
  if (lost !== null) return saveSeat(tx, key, lost);
  if (!(await deleteUnusedSeat(tx, key))) await saveSeat(tx, key, { ...fresh, leftAt: now });
}
