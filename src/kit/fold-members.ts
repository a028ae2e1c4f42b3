/**
 * Folds what was seen of somebody since the login into the member that they turn out to be: ids, memberships, check-ins,
 * points, and whatever else they did or were given.
 *
 * Roles are not touched: those of the member hold again, and what was granted to the new face stays with it, where
 * nobody speaks any more. Taken back, everything done since under the same ids goes along.
 */

import { decideFold } from '../domain/binding.js';
import type { IdentityLogId, MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import { foldSeats, type Seat } from '../domain/seat.js';
import type { CheckIn } from '../storage/check-ins.js';
import { listCheckIns } from '../storage/check-ins.js';
import { lockMembers, moveIdentities, readAcquaintance, redirectWaiting } from '../storage/identities.js';
import { appendRecognition } from '../storage/identity-log.js';
import { listAllLeave, saveLeaveDays } from '../storage/leave-days.js';
import { type FollowedRows, moveRows } from '../storage/person-rows.js';
import { listSeats, readLastCheckInId, saveSeat, type SeatIn } from '../storage/seats.js';
import { readStanding } from '../storage/standings.js';
import { recountCards } from './cards.js';
import { bookPoints } from './points.js';
import { recount } from './recount.js';
import { orRefuse } from './refused-error.js';
import { recordCheckIn, withdrawCheckIn } from './standing.js';
import type { Work } from './work.js';

export interface Recognised {
  /** Known since the login alone. */
  readonly freshId: MemberId;
  readonly lostId: MemberId;
  readonly how: 'code' | 'staff';
  readonly by: MemberId;
}

export interface FoldedSeat {
  readonly roomId: RoomId;
  readonly fresh: Seat;
  /** Null where the lost member had never been. */
  readonly lost: Seat | null;
  /** Check-ins of days that the lost member had as well. */
  readonly surplus: readonly CheckIn[];
  /** What its points were handed over by, in both ledgers; absent where there were none. */
  readonly pointsRef?: string;
  /** Days of leave that the lost member did not have; absent in what an earlier version noted. */
  readonly leave?: readonly LocalDay[];
}

/** What it takes to take it back. */
export interface FoldDetails {
  readonly platformIds: readonly string[];
  /** Check-ins with a higher id came with the fold or after it. */
  readonly lastCheckInId: number;
  readonly seats: readonly FoldedSeat[];
  /** Absent in what an earlier version noted. */
  readonly rows?: readonly FollowedRows[];
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
  const rows = await moveRows(tx, freshId, lostId);
  for (const id of [freshId, lostId]) await recountCards(tx, id, now);
  const details: FoldDetails = { platformIds, lastCheckInId, seats, rows };
  const logged = { how, by, keptId: lostId, foldedId: freshId, details: JSON.stringify(details), at: now };
  return appendRecognition(tx, account.id, logged);
}

interface Pair {
  readonly seat: SeatIn;
  readonly lost: SeatIn | undefined;
  readonly freshId: MemberId;
  readonly lostId: MemberId;
}

async function foldSeat(work: Work, { seat, lost, freshId, lostId }: Pair): Promise<FoldedSeat> {
  const { tx, now, account } = work;
  const { roomId } = seat;
  const [from, to] = [
    { roomId, memberId: freshId },
    { roomId, memberId: lostId },
  ];
  await saveSeat(tx, to, foldSeats(seat, lost, account.sessionAt ?? 0));
  const leave = await handLeaveOver(work, from, to);
  const surplus = await handOver(work, await listCheckIns(tx, from), from, to);
  const pointsRef = await handPointsOver(work, from, to);
  await saveSeat(tx, from, { ...seat, leftAt: seat.leftAt ?? now });
  const points = pointsRef === undefined ? {} : { pointsRef };
  return { roomId, fresh: seat, lost: lost ?? null, surplus, leave, ...points };
}

/** Before the check-ins, whose streak goes over it. */
async function handLeaveOver({ tx, now }: Work, from: MembershipKey, to: MembershipKey): Promise<LocalDay[]> {
  const known = new Set(await listAllLeave(tx, to));
  const days = (await listAllLeave(tx, from)).filter((day) => !known.has(day));
  await saveLeaveDays(tx, to, days, now);
  const [first] = days;
  if (first !== undefined) await recount(tx, to, { day: first, now });
  return days;
}

/** What is left once the check-ins are gone was booked for other things. What is owed stays where it is. */
async function handPointsOver({ tx, now }: Work, from: MembershipKey, to: MembershipKey): Promise<string | undefined> {
  const { balance } = await readStanding(tx, from);
  if (balance <= 0) return undefined;
  const ref = `member:${from.memberId}@${now}`;
  const day = localDayOf(now, DEFAULT_SETTINGS.zone);
  await bookPoints(tx, from, { reason: 'recognised', ref, amount: -balance, day }, now);
  await bookPoints(tx, to, { reason: 'recognised', ref, amount: balance, day }, now);
  return ref;
}

/** Moves check-ins, oldest first, to another member of the room. Returns those of days that this one had already. */
export async function handOver(
  { tx, now }: Work,
  checkIns: readonly CheckIn[],
  from: MembershipKey,
  to: MembershipKey,
): Promise<CheckIn[]> {
  const surplus: CheckIn[] = [];
  for (const { day, at, evidence, content, source = null } of checkIns) {
    const checkIn = { day, at, evidence, content, source };
    const { added } = await recordCheckIn(tx, to, checkIn, now);
    if (!added) surplus.push(checkIn);
  }
  // Last, for SQLite gives the id of a last row that went to the next one that comes.
  for (const { day } of checkIns.toReversed()) await withdrawCheckIn(tx, from, day, now);
  return surplus;
}
