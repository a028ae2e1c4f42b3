/** The seats of somebody who is recognised: each goes over to the member that they turn out to be, with all that hangs on it. */

import type { MemberId, MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import { foldSeats, type Seat } from '../domain/seat.js';
import type { CheckIn } from '../storage/check-ins.js';
import { listCheckIns } from '../storage/check-ins.js';
import { listAllLeave, saveLeaveDays } from '../storage/leave-days.js';
import { saveSeat, type SeatIn } from '../storage/seats.js';
import { readStanding } from '../storage/standings.js';
import { bookPoints } from './points.js';
import { recount } from './recount.js';
import { recordCheckIn, withdrawCheckIn } from './standing.js';
import type { Work } from './work.js';

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

interface Pair {
  readonly seat: SeatIn;
  readonly lost: SeatIn | undefined;
  readonly freshId: MemberId;
  readonly lostId: MemberId;
}

export async function foldSeat(work: Work, { seat, lost, freshId, lostId }: Pair): Promise<FoldedSeat> {
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
