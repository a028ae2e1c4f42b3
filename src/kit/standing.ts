/**
 * Writes a check-in together with everything that follows from it: standing, ledger, the room's daily count.
 *
 * The usual case adds today to the end of the history. Any other day counts the whole history anew, and the ledger
 * gets the difference.
 */

import type { CheckInId, MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { CHECK_IN_POINTS, earnedBy, milestoneBonus } from '../domain/points.js';
import { extendTally, tallyOf } from '../domain/streak.js';
import {
  appendCheckIn,
  type CheckIn,
  deleteCheckIn,
  findCheckIn,
  insertCheckIn,
  type LinkedCheckIn,
  listCheckInDays,
  reinsertCheckIn,
} from '../storage/check-ins.js';
import type { Tx } from '../storage/database.js';
import { appendPoints, type PointsEntry } from '../storage/points-ledger.js';
import { readStanding, saveStanding, type Standing } from '../storage/standings.js';

export interface Recorded {
  /** False for a second check-in of the day, which changes nothing. */
  readonly added: boolean;
  /** True when it is the end of the member's history now. */
  readonly isLatest: boolean;
  readonly standing: Standing;
  /** Points that this check-in brought, milestones included. */
  readonly points: number;
  /** The length of streak whose bonus was paid, if one was. */
  readonly milestone?: number;
}

export async function recordCheckIn(tx: Tx, key: MembershipKey, checkIn: CheckIn, now: number): Promise<Recorded> {
  const before = await readStanding(tx, key);
  const isNext = before.lastDay === null || checkIn.day > before.lastDay;
  if (isNext) return addNextDay(tx, key, before, { checkIn, now });
  if (await findCheckIn(tx, key, checkIn.day)) return { added: false, isLatest: false, standing: before, points: 0 };
  return addEarlierDay(tx, key, before, { checkIn, now });
}

/** Puts the check-in of one day to another day on which there is none. */
export async function moveCheckIn(
  tx: Tx,
  key: MembershipKey,
  { from, to, now }: { readonly from: LinkedCheckIn; readonly to: LocalDay; readonly now: number },
): Promise<Standing> {
  const before = await readStanding(tx, key);
  const earned = earnedBy(await listCheckInDays(tx, key));
  const lastCheckInId = await deleteCheckIn(tx, key, from.day);
  await saveStanding(tx, key, { ...before, lastCheckInId });
  const id = await reinsertCheckIn(tx, key, { ...from, day: to });
  const days = await historyEndingWith(tx, key, before, id);
  const entries = correction(earnedBy(days) - earned, to);
  return saveRecount(tx, key, { ...before, lastCheckInId: id }, { days, entries, now });
}

/** Takes the check-in of a day out of the history, and back what it had earned by a new entry. */
export async function withdrawCheckIn(tx: Tx, key: MembershipKey, day: LocalDay, now: number): Promise<Standing> {
  const before = await readStanding(tx, key);
  const earned = earnedBy(await listCheckInDays(tx, key));
  const lastCheckInId = await deleteCheckIn(tx, key, day);
  await saveStanding(tx, key, { ...before, lastCheckInId });
  const days = await listCheckInDays(tx, key);
  const entries = correction(earnedBy(days) - earned, day);
  return saveRecount(tx, key, { ...before, lastCheckInId }, { days, entries, now });
}

interface Added {
  readonly checkIn: CheckIn;
  readonly now: number;
}

async function addNextDay(tx: Tx, key: MembershipKey, before: Standing, { checkIn, now }: Added): Promise<Recorded> {
  const { day } = checkIn;
  const lastCheckInId = await appendCheckIn(tx, key, checkIn, before.lastCheckInId);
  const tally = extendTally(before, day);
  const bonus = milestoneBonus(tally.streak);
  const entries: PointsEntry[] = [{ amount: CHECK_IN_POINTS, reason: 'check-in', day }];
  if (bonus > 0) entries.push({ amount: bonus, reason: 'milestone', day });
  const { balance, lastEntryId } = await appendPoints(tx, key, before, { entries, at: now });
  const { firstDay, lastDay, streak, best, total } = tally;
  const standing = { firstDay, lastDay, streak, best, total, balance, lastEntryId, lastCheckInId };
  await saveStanding(tx, key, standing);
  const milestone = bonus > 0 ? { milestone: streak } : {};
  return { added: true, isLatest: true, standing, points: CHECK_IN_POINTS + bonus, ...milestone };
}

async function addEarlierDay(tx: Tx, key: MembershipKey, before: Standing, { checkIn, now }: Added): Promise<Recorded> {
  const { day } = checkIn;
  const id = await insertCheckIn(tx, key, checkIn);
  const days = await historyEndingWith(tx, key, before, id);
  const points = earnedBy(days) - earnedBy(days.filter((one) => one !== day));
  const entries: PointsEntry[] = [{ amount: CHECK_IN_POINTS, reason: 'check-in', day }];
  const standing = await saveRecount(
    tx,
    key,
    { ...before, lastCheckInId: id },
    { days, entries: [...entries, ...correction(points - CHECK_IN_POINTS, day)], now },
  );
  return { added: true, isLatest: false, standing, points };
}

/** The chain hangs on the membership, so its end is stored before it is read. */
async function historyEndingWith(
  tx: Tx,
  key: MembershipKey,
  standing: Standing,
  lastCheckInId: CheckInId,
): Promise<LocalDay[]> {
  await saveStanding(tx, key, { ...standing, lastCheckInId });
  return listCheckInDays(tx, key);
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
  const { lastCheckInId } = before;
  const standing = { ...tallyOf(days), ...(await appendPoints(tx, key, before, { entries, at: now })), lastCheckInId };
  await saveStanding(tx, key, standing);
  return standing;
}

function correction(amount: number, day: LocalDay): PointsEntry[] {
  return amount === 0 ? [] : [{ amount, reason: 'correction', day }];
}
