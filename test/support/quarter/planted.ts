/** One lie in every book, so that a verdict that sees nothing is known to be blind. */

import { instantAt } from './calendar.js';
import type { Quarter } from './quarter.js';
import { keyOf } from './whereabouts.js';

/** What the verdict has to say of each. */
export const SEEN = [
  'the card of',
  'the number of',
  'the tag of',
  'the tier of',
  'the source of',
  'the loan of',
  'the core of',
  'is there, and the bot does not know',
  'was asked in',
  'was removed',
  'at night it did',
  'the entitlements',
  'the class of',
  'the offences',
  'the notice of',
  'twice on a day',
] as const;

export function plantLies(quarter: Quarter): void {
  const { stage, town, today } = quarter;
  const person = town.people.find((one) => stage.rooms.hasCome(one.platformId) && !quarter.brought.by(one.platformId));
  if (!person) return;
  const { platformId } = person;
  const room = town.coreRoom.platformId;
  const sale = { key: keyOf(person), platformId, kind: '日卡', amount: 1, at: stage.now, source: 'staff' } as const;
  quarter.cards.note(`${platformId} 别的课`, today, { what: 'bought', kind: '日卡', by: 'a lie' });
  quarter.orders.note({ ...sale, number: undefined });
  quarter.tags.give(platformId, '假的', { source: 'manual', now: stage.now });
  quarter.tiers.move(platformId, (quarter.tiers.of(platformId).rung + 1) % 4, true);
  quarter.brought.note(platformId, 'wx-nobody');
  quarter.loans.lend(platformId, room, { power: '答疑', from: stage.now, until: stage.now + 1 });
  quarter.entitlements.rule('假的课', '月卡', '假的', 1);
  quarter.entitlements.grant(keyOf(person), '假的课', { kind: '月卡', order: 'a lie' });
  quarter.classes.decide(platformId, quarter.classes.is(platformId, 'A') ? 'B' : 'A');
  quarter.conduct.warn(platformId, 'nowhere', stage.now);
  quarter.shop.became({ paid: { transaction: 'a lie', number: '', person, amount: 1, at: stage.now } }, 'applied');
  const task = stage.wechat.arrivals.find(({ text }) => text.startsWith('【今日任务】'));
  if (task) stage.wechat.arrivals.push(task);
  quarter.core.put(platformId, quarter.core.is(platformId, 'left') ? 'passed' : 'left', stage.now);
  stage.rooms.enter({
    person: { platformId: 'wx-nobody', name: '' },
    place: town.staffRoom,
    inviter: undefined,
    at: 0,
  });
  for (let times = 0; times < 20; times++) {
    stage.rooms.invitations.push({ platformId, room, at: stage.now });
    stage.rooms.removals.push({ platformId, room, at: stage.now });
  }
  stage.wechat.errands.push({
    errand: { do: 'tag', personPlatformId: platformId, tag: '假的' },
    at: instantAt(today, 0),
  });
}
