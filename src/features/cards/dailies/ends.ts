/**
 * The ends of cards, each day in the room where their owners learn: brings them to mind, and moves on whose grace is over. Cards
 * of courses that no room runs are looked after in one room for all of them.
 *
 * What is said is noted for that very end, so a day that is looked at twice says nothing twice; a card that is renewed ends
 * on another day and is spoken of anew.
 */

import { endingReminder } from '../../../copy/zh-cn/card-news.js';
import { reminderOn, statusOn } from '../../../domain/card-status.js';
import { addDays, type LocalDay } from '../../../domain/local-day.js';
import { tellCardNews } from '../../../kit/card-news.js';
import { changeCard } from '../../../kit/cards.js';
import { defineDaily } from '../../../kit/daily.js';
import { beginReturn } from '../../../kit/moves.js';
import { tellPrivately } from '../../../kit/private-message.js';
import type { RoomWork } from '../../../kit/work.js';
import { findCardHomes, findSpareHome } from '../../../storage/card-homes.js';
import { appendCardNotice } from '../../../storage/ending-cards.js';
import { revokeEntitlements } from '../../../storage/entitlements.js';
import { findCard, listEnding, lockCardsOf, type MemberCard } from '../../../storage/member-cards.js';
import { readMember } from '../../../storage/members.js';

/** The earliest reminder. */
const AHEAD_DAYS = 7;
const REMINDER_KIND = 'card-reminder';

export const ends = defineDaily({
  name: 'card-ends',
  rooms: ['trial', 'paid', 'core', 'staff'],

  async run(work) {
    const until = addDays(work.today, AHEAD_DAYS);
    for (const card of await listOwn(work, until)) await lookAt(work, card);
    for (const card of await listHomeless(work, until)) await lookAt(work, card);
  },
});

/** Of the room's course, and at home in this very room. */
async function listOwn({ tx, account, room }: RoomWork, until: LocalDay): Promise<MemberCard[]> {
  if (room.courseId === null) return [];
  const cards = await listEnding(tx, account.id, { courseId: room.courseId, until });
  const members = cards.map(({ memberId }) => memberId);
  const homes = await findCardHomes(tx, account.id, room.courseId, members);
  return cards.filter(({ memberId }) => homes.get(memberId) === room.id);
}

async function listHomeless({ tx, account, room }: RoomWork, until: LocalDay): Promise<MemberCard[]> {
  const home = await findSpareHome(tx, account.id);
  return home === room.id ? listEnding(tx, account.id, { courseId: null, until }) : [];
}

async function lookAt(work: RoomWork, card: MemberCard): Promise<void> {
  await remind(work, card);
  const grace = work.room.settings.graceDays;
  if (statusOn(card, work.today, grace) === 'expired') await lapse(work, card);
}

async function remind(work: RoomWork, card: MemberCard): Promise<void> {
  const { tx, now, today } = work;
  const { memberId, course, kind, through } = card;
  const reminder = reminderOn(card, today);
  if (reminder === undefined || through === null) return;
  if (!(await appendCardNotice(tx, card, { through, reminder }, now))) return;
  const body = endingReminder(reminder, { course, kind, through }, { roomId: work.room.id, day: today });
  const told = (await tellPrivately(work, memberId, { kind: REMINDER_KIND, body })) !== undefined;
  await tellEnding(work, { ...card, through }, { when: reminder, told });
}

/** Another process may have been faster: what the card stands at is read again once nobody else can change it. */
async function lapse(work: RoomWork, card: MemberCard): Promise<void> {
  const { tx, now, today, room } = work;
  const { memberId, courseId } = card;
  await lockCardsOf(tx, memberId);
  const current = await findCard(tx, memberId, courseId);
  if (current === undefined || current.lapsed || current.through === null) return;
  if (statusOn(current, today, room.settings.graceDays) !== 'expired') return;
  await changeCard(tx, card, { type: 'lapsed' }, { day: today, orderId: null, by: null, at: now });
  await revokeEntitlements(tx, card, now);
  await tellEnding(work, { ...current, through: current.through }, { when: 'lapsed', told: false });
  await beginReturn(work, { memberId, courseId, cause: 'expired' });
}

async function tellEnding(
  work: RoomWork,
  { memberId, course, kind, through }: MemberCard & { readonly through: NonNullable<MemberCard['through']> },
  how: { readonly when: Parameters<typeof endingReminder>[0] | 'lapsed'; readonly told: boolean },
): Promise<void> {
  const { name } = await readMember(work.tx, memberId);
  await tellCardNews(work, { type: 'ending', name, course, kind, through, ...how });
}
