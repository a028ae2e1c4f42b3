/**
 * The ends of cards, each day in the room where their owners learn: brings them to mind, and moves on whose grace is over.
 *
 * What is said is noted for that very end, so a day that is looked at twice says nothing twice; a card that is renewed ends
 * on another day and is spoken of anew.
 */

import { endingReminder } from '../../../copy/zh-cn/card-news.js';
import { reminderOn, statusOn } from '../../../domain/card-status.js';
import { addDays } from '../../../domain/local-day.js';
import { tellCardNews } from '../../../kit/card-news.js';
import { changeCard } from '../../../kit/cards.js';
import { defineDaily } from '../../../kit/daily.js';
import { beginReturn } from '../../../kit/moves.js';
import { tellPrivately } from '../../../kit/private-message.js';
import type { RoomWork } from '../../../kit/work.js';
import { findCardHomes } from '../../../storage/card-homes.js';
import { appendCardNotice } from '../../../storage/ending-cards.js';
import { revokeEntitlements } from '../../../storage/entitlements.js';
import { findCard, listEnding, lockCardsOf, type MemberCard } from '../../../storage/member-cards.js';
import { readMember } from '../../../storage/members.js';

/** The earliest reminder. */
const AHEAD_DAYS = 7;
const REMINDER_KIND = 'card-reminder';

export const ends = defineDaily({
  name: 'card-ends',
  rooms: ['trial', 'paid', 'core'],

  async run(work) {
    const { tx, account, room, today } = work;
    if (room.courseId === null) return;
    const cards = await listEnding(tx, room.courseId, addDays(today, AHEAD_DAYS));
    const members = cards.map(({ memberId }) => memberId);
    const homes = await findCardHomes(tx, account.id, room.courseId, members);
    for (const card of cards) if (homes.get(card.memberId) === room.id) await lookAt(work, card);
  },
});

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
