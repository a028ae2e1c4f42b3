/**
 * Writes a check-in together with everything that follows from it: standing, ledger, the room's daily count.
 *
 * The usual case adds today to the end of the history. Any other day counts the whole history anew, and the ledger
 * gets the difference.
 */

import type { MembershipKey } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { CHECK_IN_POINTS, earnedBy, milestoneBonus } from '../../domain/points.js';
import { extendTally, tallyOf } from '../../domain/streak.js';
import {
  appendCheckIn,
  type CheckIn,
  deleteCheckIn,
  listCheckInDays,
  readStanding,
  saveStanding,
  type Standing,
} from '../../storage/check-ins.js';
import type { Tx } from '../../storage/database.js';
import { appendPoints, type PointsEntry } from '../../storage/points-ledger.js';

export interface Recorded {
  /** False for a second check-in of the day, which changes nothing. */
  readonly added: boolean;
  readonly standing: Standing;
  /** Points that this check-in brought, milestones included. */
  readonly points: number;
  /** The length of streak whose bonus was paid, if one was. */
  readonly milestone?: number;
}

export async function recordCheckIn(tx: Tx, key: MembershipKey, checkIn: CheckIn, now: number): Promise<Recorded> {
  const before = await readStanding(tx, key);
  if (!(await appendCheckIn(tx, key, checkIn))) return { added: false, standing: before, points: 0 };
  if (before.lastDay !== null && checkIn.day < before.lastDay)
    return insertDay(tx, key, before, { day: checkIn.day, now });

  const tally = extendTally(before, checkIn.day);
  const bonus = milestoneBonus(tally.streak);
  const entries: PointsEntry[] = [{ amount: CHECK_IN_POINTS, reason: 'check-in', day: checkIn.day }];
  if (bonus > 0) entries.push({ amount: bonus, reason: 'milestone', day: checkIn.day });
  const standing = { ...tally, ...(await appendPoints(tx, key, before, { entries, at: now })) };
  await saveStanding(tx, key, standing);
  const milestone = bonus > 0 ? { milestone: tally.streak } : {};
  return { added: true, standing, points: CHECK_IN_POINTS + bonus, ...milestone };
}

/** Puts the check-in of one day to another day on which there is none. */
export async function moveCheckIn(
  tx: Tx,
  key: MembershipKey,
  { from, to, now }: { readonly from: CheckIn; readonly to: LocalDay; readonly now: number },
): Promise<Standing> {
  const before = await readStanding(tx, key);
  const oldDays = await history(tx, key, before, to);
  await deleteCheckIn(tx, key, from.day);
  await appendCheckIn(tx, key, { ...from, day: to });
  const newDays = await history(tx, key, before, to);
  const amount = earnedBy(newDays) - earnedBy(oldDays);
  return saveRecount(tx, key, before, { days: newDays, entries: correction(amount, to), now });
}

async function insertDay(
  tx: Tx,
  key: MembershipKey,
  before: Standing,
  { day, now }: { readonly day: LocalDay; readonly now: number },
): Promise<Recorded> {
  const days = await history(tx, key, before, day);
  const points = earnedBy(days) - earnedBy(days.filter((one) => one !== day));
  const entries: PointsEntry[] = [{ amount: CHECK_IN_POINTS, reason: 'check-in', day }];
  const standing = await saveRecount(tx, key, before, {
    days,
    entries: [...entries, ...correction(points - CHECK_IN_POINTS, day)],
    now,
  });
  return { added: true, standing, points };
}

async function saveRecount(
  tx: Tx,
  key: MembershipKey,
  before: Standing,
  {
    days,
    entries,
    now,
  }: { readonly days: readonly LocalDay[]; readonly entries: readonly PointsEntry[]; readonly now: number },
): Promise<Standing> {
  const standing = { ...tallyOf(days), ...(await appendPoints(tx, key, before, { entries, at: now })) };
  await saveStanding(tx, key, standing);
  return standing;
}

function correction(amount: number, day: LocalDay): PointsEntry[] {
  return amount === 0 ? [] : [{ amount, reason: 'correction', day }];
}

async function history(tx: Tx, key: MembershipKey, standing: Standing, also: LocalDay): Promise<LocalDay[]> {
  const first = Math.min(standing.firstDay ?? also, also) as LocalDay;
  const last = Math.max(standing.lastDay ?? also, also) as LocalDay;
  return listCheckInDays(tx, key, first, last);
}
