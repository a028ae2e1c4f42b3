/**
 * Writes a check-in together with everything that follows from it: standing, ledger, the room's daily count.
 *
 * The usual case adds a day to the end of the history. Any other one counts the whole history anew, and the ledger gets
 * the difference.
 */

import { type DayRules, PLAIN_DAYS } from '../domain/day-rules.js';
import type { CheckInId, MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { CHECK_IN_POINTS, milestoneBonus } from '../domain/points.js';
import { coverUntil, extendTally, type Tally } from '../domain/streak.js';
import { andThen, type Awaitable } from '../storage/awaitable.js';
import {
  appendCheckIn,
  type CheckIn,
  deleteCheckIn,
  findCheckIn,
  insertCheckIn,
  type LinkedCheckIn,
  reinsertCheckIn,
} from '../storage/check-ins.js';
import type { Tx } from '../storage/database.js';
import { readDayRules } from '../storage/day-rules.js';
import { appendPoints, type LedgerHead, type PointsEntry } from '../storage/points-ledger.js';
import { readStandingOn, type StandingOnDay } from '../storage/standing-on-day.js';
import { readStanding, saveChainEnd, saveStanding, type Standing } from '../storage/standings.js';
import { forgetTrialRecords } from '../storage/trial-records.js';
import { type Recorded, recorded } from './recorded.js';
import { recount } from './recount.js';

export type { Recorded } from './recorded.js';

export function recordCheckIn(tx: Tx, key: MembershipKey, checkIn: CheckIn, now: number): Awaitable<Recorded> {
  return andThen(readStandingOn(tx, key, checkIn.day), (before) =>
    continuesAtOnce(before, checkIn.day)
      ? addNextDay(tx, key, before, { checkIn, now, rules: rulesOf(before) })
      : addSomeDay(tx, key, before, { checkIn, now }),
  );
}

async function addSomeDay(
  tx: Tx,
  key: MembershipKey,
  before: StandingOnDay,
  { checkIn, now }: Added,
): Promise<Recorded> {
  if (before.coveredTo === null || checkIn.day > before.coveredTo) {
    return addNextDay(tx, key, before, { checkIn, now, rules: await readDayRules(tx, key) });
  }
  if (await findCheckIn(tx, key, checkIn.day)) return { added: false, isLatest: false, standing: before, points: 0 };
  return addAnyDay(tx, key, before, { checkIn, now });
}

/** Puts the check-in of one day to another day on which there is none. */
export async function moveCheckIn(
  tx: Tx,
  key: MembershipKey,
  { from, to, now }: { readonly from: LinkedCheckIn; readonly to: LocalDay; readonly now: number },
): Promise<Standing> {
  await takeOut(tx, key, from.day);
  await saveChainEnd(tx, key, await reinsertCheckIn(tx, key, { ...from, day: to }));
  return recount(tx, key, { day: to, now });
}

/** Takes the check-in of a day out of the history, and back what it had earned by a new entry. */
export async function withdrawCheckIn(tx: Tx, key: MembershipKey, day: LocalDay, now: number): Promise<Standing> {
  await takeOut(tx, key, day);
  return recount(tx, key, { day, now });
}

async function takeOut(tx: Tx, key: MembershipKey, day: LocalDay): Promise<void> {
  // Locked before the chain is read.
  await readStanding(tx, key);
  await saveChainEnd(tx, key, await deleteCheckIn(tx, key, day));
  await forgetTrialRecords(tx, key.memberId);
}

/**
 * True when the standing alone tells what the day adds: it is the first one, or the next, or the streak before it is known
 * to have ended, since the first day that was missed is over.
 */
function continuesAtOnce({ coveredTo, closedThrough }: StandingOnDay, day: LocalDay): boolean {
  if (closedThrough !== null && day <= closedThrough) return false;
  if (coveredTo === null || day - coveredTo === 1) return true;
  return day > coveredTo && closedThrough !== null && closedThrough > coveredTo;
}

/** For a day that continues at once: no missed day before it can be gone over. */
function rulesOf({ freezeEvery }: StandingOnDay): DayRules {
  return freezeEvery === null ? PLAIN_DAYS : { ...PLAIN_DAYS, freezeEvery: () => freezeEvery };
}

interface Added {
  readonly checkIn: CheckIn;
  readonly now: number;
}

/** A day later than all that the standing knows of. */
function addNextDay(
  tx: Tx,
  key: MembershipKey,
  before: StandingOnDay,
  { checkIn, now, rules }: Added & { readonly rules: DayRules },
): Awaitable<Recorded> {
  const { day } = checkIn;
  const extended = extendTally(before, day, rules);
  const tally = rules.closedThrough === null ? extended : coverUntil(extended, rules.closedThrough, rules);
  const bonus = milestoneBonus(tally.streak);
  const worth = CHECK_IN_POINTS * (before.pointsFactor ?? 1);
  const entries: PointsEntry[] = [{ amount: worth, reason: 'check-in', day }];
  if (bonus > 0) entries.push({ amount: bonus, reason: 'milestone', day });
  const milestone = bonus > 0 ? tally.streak : undefined;
  return andThen(appendCheckIn(tx, key, checkIn, before.lastCheckInId), (lastCheckInId) =>
    andThen(appendPoints(tx, key, before, { entries, at: now }), (head) => {
      const standing = standingOf(tally, head, lastCheckInId);
      const saved = saveStanding(tx, key, standing);
      return andThen(saved, () => recorded(before, standing, { day, isLatest: true, milestone }));
    }),
  );
}

/** Written out, since this happens for every check-in and a spread costs ten times as much. */
function standingOf(
  { firstDay, lastDay, coveredTo, streak, best, total, freezes }: Tally,
  { balance, lastEntryId }: LedgerHead,
  lastCheckInId: CheckInId,
): Standing {
  return { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId };
}

async function addAnyDay(tx: Tx, key: MembershipKey, before: StandingOnDay, added: Added): Promise<Recorded> {
  const { checkIn, now } = added;
  const { day } = checkIn;
  await saveChainEnd(tx, key, await insertCheckIn(tx, key, checkIn));
  await forgetTrialRecords(tx, key.memberId);
  const worth = CHECK_IN_POINTS * (before.pointsFactor ?? 1);
  const standing = await recount(tx, key, { day, now, entries: [{ amount: worth, reason: 'check-in', day }] });
  return recorded(before, standing, { day, isLatest: standing.lastDay === day });
}
