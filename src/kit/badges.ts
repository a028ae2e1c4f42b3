/**
 * Gives the badges that a day has earned, at its end, and takes back what a corrected history no longer deserves.
 *
 * Nothing of it runs with a check-in. A badge that was taken back and is deserved again holds again by its own row.
 */

import { badgesByFigures, badgesOf, badgesToLookInto, type DayOfCheckIn, isRuleBadge } from '../domain/badge.js';
import type { MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localMomentOf } from '../domain/local-time.js';
import { type BadgeCandidate, listBadgeCandidates } from '../storage/badge-candidates.js';
import { appendBadge, listBadges, listHeldInRoom, markHeldAgain, markRevoked } from '../storage/badges.js';
import { listCheckIns, type CheckIn } from '../storage/check-ins.js';
import type { Tx } from '../storage/database.js';
import { readRoom, type Room } from '../storage/rooms.js';
import { readStanding, type Standing } from '../storage/standings.js';
import { payForBadge, takeBackPayment } from './badge-points.js';
import type { Work } from './work.js';

export async function awardBadges(work: Pick<Work, 'tx' | 'now'>, room: Room, day: LocalDay): Promise<void> {
  const { tx, now } = work;
  const held = await listHeldInRoom(tx, room.id);
  for (const candidate of await listBadgeCandidates(tx, room.id, day)) {
    const key = { roomId: room.id, memberId: candidate.memberId };
    const has = held.get(candidate.memberId) ?? [];
    for (const badge of await deservedOn(tx, room, candidate)) {
      if (has.includes(badge)) continue;
      if ((await listBadges(tx, key)).some((one) => one.badge === badge)) {
        await reviewBadges(tx, key, await readStanding(tx, key), now);
        continue;
      }
      const id = await appendBadge(tx, { ...key, badge, day, at: now, by: null });
      await payForBadge(tx, key, { id, day, amount: room.settings.badgePoints }, now);
    }
  }
}

/** The history is read only where this check-in may have completed what the figures do not tell. */
async function deservedOn(tx: Tx, room: Room, candidate: BadgeCandidate): Promise<readonly string[]> {
  const { zone } = room.settings;
  const may = badgesToLookInto({ ...candidate, ...dayOfCheckIn(candidate, zone) });
  if (may.length === 0) return badgesByFigures(candidate);
  const history = await listCheckIns(tx, { roomId: room.id, memberId: candidate.memberId });
  return badgesOf(
    history.map((one) => dayOfCheckIn(one, zone)),
    candidate,
  );
}

/** After a correction. Resolves to whether points were booked, so that the balance is another one now. */
export async function reviewBadges(tx: Tx, key: MembershipKey, standing: Standing, now: number): Promise<boolean> {
  const ruled = (await listBadges(tx, key)).filter(({ badge, by }) => by === null && isRuleBadge(badge));
  // What was earned elsewhere does not hang on what happened here.
  const given = ruled.filter(({ carried }) => carried === 0);
  if (given.length === 0) return false;
  const room = await readRoom(tx, key.roomId);
  const history = await listCheckIns(tx, key);
  const deserved: readonly string[] = badgesOf(
    history.map((one) => dayOfCheckIn(one, room.settings.zone)),
    standing,
  );
  let booked = false;
  for (const { id, badge, day, revokedAt } of given) {
    const isDue = deserved.includes(badge);
    if (isDue === (revokedAt === null)) continue;
    await (isDue ? markHeldAgain(tx, id) : markRevoked(tx, id, 'correction', now));
    const payment = { id, day, amount: room.settings.badgePoints };
    booked = (await (isDue ? payForBadge : takeBackPayment)(tx, key, payment, now)) || booked;
  }
  return booked;
}

/** What was put in for another day, or by staff, says nothing about when somebody got up. */
function dayOfCheckIn({ day, at, source }: Pick<CheckIn, 'day' | 'at' | 'source'>, zone: string): DayOfCheckIn {
  const moment = localMomentOf(at, zone);
  return { day, minute: moment.day === day && source === null ? moment.minute : undefined };
}
