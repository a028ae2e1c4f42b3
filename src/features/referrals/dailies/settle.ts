/**
 * In the morning: which newcomers have come to their third day, and who is paid for it. Looked at by day, so that no
 * check-in has to; what is withdrawn within a week takes the points back.
 */

import { addDays, dateParts } from '../../../domain/local-day.js';
import {
  CODE_WITHIN_MS,
  payFor,
  QUALIFY_WITHIN_MS,
  QUALIFYING_DAYS,
  REVERSIBLE_MS,
  type VoidReason,
} from '../../../domain/referral.js';
import { runsCourse } from '../../../domain/room.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineDaily } from '../../../kit/daily.js';
import { bookPoints } from '../../../kit/points.js';
import { type RoomWork, todayIn } from '../../../kit/work.js';
import { countPaid, type Referral } from '../../../storage/referrals.js';
import { readHighestRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { listEarnedIn, listPending, markEarned, markVoid } from '../../../storage/settled-referrals.js';
import { findSource } from '../../../storage/sources.js';
import { countOwnDays } from '../own-days.js';
import { referralRef, takeBack } from '../take-back.js';

export const settle = defineDaily({
  name: 'referrals.settle',
  rooms: ['trial', 'paid', 'core'],

  async run(work) {
    const { tx, now, account, room } = work;
    for (const referral of await listPending(tx, account.id, room.id)) await settleOne(work, referral);
    for (const referral of await listEarnedIn(tx, room.id, now - REVERSIBLE_MS)) {
      if ((await countOwnDays(work, referral)) < QUALIFYING_DAYS) await takeBack(work, referral, 'withdrawn');
    }
  },
});

async function settleOne(work: RoomWork, referral: Referral): Promise<void> {
  const reason = await whyVoid(work, referral);
  if (reason !== undefined) return markVoid(work.tx, referral.id, reason);
  if ((await countOwnDays(work, referral)) < QUALIFYING_DAYS) {
    if (work.now - referral.saidAt > QUALIFY_WITHIN_MS) await markVoid(work.tx, referral.id, 'late');
    return;
  }
  const home = await findHome(work, referral);
  if (home !== undefined) await pay(work, referral, home);
}

/** They may have been recognised meanwhile as somebody who was here long before. */
async function whyVoid({ tx, account }: RoomWork, referral: Referral): Promise<VoidReason | undefined> {
  const { inviterId, newcomerId, saidAt } = referral;
  const since = (await findSource(tx, account.id, newcomerId))?.since ?? saidAt;
  if (inviterId === newcomerId) return 'self';
  return saidAt - since >= CODE_WITHIN_MS ? 'known' : undefined;
}

/** Where the inviter is: the newcomer's room, else another one of theirs. Whoever is nowhere is paid when they are back. */
async function findHome({ tx, room }: RoomWork, { inviterId }: Referral): Promise<Room | undefined> {
  const rooms = (await listCourseRoomsOf(tx, inviterId)).filter(({ kind }) => runsCourse(kind));
  return rooms.find(({ id }) => id === room.id) ?? rooms[0];
}

/** By the rules of the room in which it is booked. Staff bring people by trade. */
async function pay(work: RoomWork, referral: Referral, home: Room): Promise<void> {
  const { tx, now } = work;
  const { inviterId } = referral;
  const isStaff = (await readHighestRole(tx, inviterId, now)) !== 'member';
  const day = todayIn(home, now);
  const month = { from: addDays(day, 1 - dateParts(day).dayOfMonth), to: day };
  const { invitePoints, inviteDaily, inviteMonthly } = home.settings;
  const points = payFor({
    points: isStaff ? 0 : invitePoints,
    perDay: inviteDaily,
    perMonth: inviteMonthly,
    today: await countPaid(tx, inviterId, { from: day, to: day }),
    thisMonth: await countPaid(tx, inviterId, month),
  });
  const entry = { reason: 'referral', ref: referralRef(referral), amount: points, day } as const;
  if (points > 0) await bookPoints(tx, { roomId: home.id, memberId: inviterId }, entry, now);
  await markEarned(tx, referral.id, { roomId: home.id, points, at: now, day });
}
