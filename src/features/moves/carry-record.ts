/**
 * Carries a record from one room to another: the days of check-in, the balance, badges, leave that is still ahead, and the wish
 * not to be on the board.
 *
 * The days stay in the old room too, and are no check-ins of the new one: its counts and what was posted there do not change,
 * and nothing is paid twice. Points change rooms by an entry in each ledger, once for a move.
 */

import { daysToBring } from '../../domain/brought-days.js';
import type { MemberId, MembershipKey, MoveId } from '../../domain/ids.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import { bookPoints } from '../../kit/points.js';
import { recount } from '../../kit/recount.js';
import { todayIn, type Work } from '../../kit/work.js';
import { appendBadge, listBadges } from '../../storage/badges.js';
import { findBoardWish, saveOnBoard } from '../../storage/boards.js';
import { appendBroughtDays } from '../../storage/brought-days.js';
import { listCheckInDays } from '../../storage/check-ins.js';
import { readHistory } from '../../storage/histories.js';
import { listLeaveAhead, saveLeaveDays } from '../../storage/leave-days.js';
import type { Room } from '../../storage/rooms.js';
import { readStanding } from '../../storage/standings.js';

export interface Carried {
  readonly from: MembershipKey;
  readonly to: { readonly room: Room; readonly memberId: MemberId };
  readonly moveId: MoveId;
}

export interface CarriedAmounts {
  readonly days: number;
  readonly points: number;
}

export async function carryRecord(work: Work, { from, to, moveId }: Carried): Promise<CarriedAmounts> {
  const { tx, now } = work;
  const key = { roomId: to.room.id, memberId: to.memberId };
  const today = todayIn(to.room, now);
  await lockBoth(work, from, key);
  const days = await carryDays(work, { from, key, moveId, today });
  await carryBadges(work, from, key);
  if (!(await findBoardWish(tx, from))) await saveOnBoard(tx, key.roomId, key.memberId, false);
  await recount(tx, key, { day: today, now });
  return { days, points: await carryPoints(work, { from, key, moveId, today }) };
}

/** Always in the same order, so that two moves never wait for each other. */
async function lockBoth({ tx }: Work, a: MembershipKey, b: MembershipKey): Promise<void> {
  for (const key of [a, b].toSorted((one, other) => one.roomId - other.roomId)) await readStanding(tx, key);
}

interface Carrying {
  readonly from: MembershipKey;
  readonly key: MembershipKey;
  readonly moveId: MoveId;
  readonly today: LocalDay;
}

/** Leave that is not over is leave in the new room as well; what is over comes along with the days. */
async function carryDays({ tx, now }: Work, { from, key, moveId, today }: Carrying): Promise<number> {
  const there = await readHistory(tx, from);
  const own = new Set(await listCheckInDays(tx, key));
  const closed = (await readHistory(tx, key)).rules.closedThrough ?? addDays(today, -1);
  const brought = daysToBring(there.days, there.rules, today).filter(({ day, isDone }) => isDone || day <= closed);
  await appendBroughtDays(
    tx,
    key,
    brought.filter(({ day }) => !own.has(day)),
    moveId,
  );
  await saveLeaveDays(tx, key, await listLeaveAhead(tx, from, addDays(closed, 1)), now);
  return brought.filter(({ isDone }) => isDone).length;
}

/** Held there and not here, whoever gave them. They were paid for there. */
async function carryBadges({ tx, now }: Work, from: MembershipKey, key: MembershipKey): Promise<void> {
  const here = new Set((await listBadges(tx, key)).map(({ badge }) => badge));
  for (const { badge, day, by, revokedAt } of await listBadges(tx, from))
    if (revokedAt === null && !here.has(badge)) await appendBadge(tx, { ...key, badge, day, at: now, by, carried: 1 });
}

/** What is owed stays where it is. */
async function carryPoints({ tx, now }: Work, { from, key, moveId, today }: Carrying): Promise<number> {
  const { balance } = await readStanding(tx, from);
  if (balance <= 0) return 0;
  const entry = { reason: 'move', ref: `move:${moveId}`, day: today } as const;
  const { added } = await bookPoints(tx, from, { ...entry, amount: -balance }, now);
  if (added) await bookPoints(tx, key, { ...entry, amount: balance }, now);
  return added ? balance : 0;
}
