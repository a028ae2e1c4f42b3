/** Cards: whose end soon, or one member's; freezes them, thaws them, or adds days by hand. */

import * as copy from '../../../copy/zh-cn/cards.js';
import type { CardEventId, CourseId, MemberId } from '../../../domain/ids.js';
import { addDays } from '../../../domain/local-day.js';
import type { CardChange } from '../../../domain/member-card.js';
import { changeCard } from '../../../kit/cards.js';
import { dayFor } from '../../../kit/day-for.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listEndingNamed } from '../../../storage/ending-cards.js';
import type { MemberCard } from '../../../storage/member-cards.js';
import { cardOrder, type CardOrder } from '../card-argument.js';
import { cardMeant } from '../card-meant.js';
import type { OrderWork } from '../order-work.js';
import { leftWhileFrozen, listHistory, listShownCards } from '../shown-cards.js';

const SOON_DAYS = 7;

interface Noted {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly event: CardEventId;
}

export const card = defineCommand({
  name: 'cards.card',
  triggers: copy.triggers.card,
  summary: copy.summaries.card,
  example: copy.examples.card,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: cardOrder },

  async run(work) {
    const { order } = work.args;
    if (isPublic(work.chatRoom) && (order === undefined || order.do === 'show'))
      throw new RefusedError({ code: 'order.in_public' });
    if (order === undefined) return listSoon(work);
    return order.do === 'show' ? show(work, order) : change(work, order, await cardMeant(work, order));
  },

  async undo({ tx, now, room, speaker }, json) {
    const { event, ...key } = json as unknown as Noted;
    const source = { day: dayFor(room, now), orderId: null, by: speaker.id, at: now };
    await changeCard(tx, key, { type: 'undone', aboutId: event }, source);
  },
});

async function listSoon({ tx, account, room, today, inRoom }: OrderWork): Promise<string> {
  const until = addDays(today, SOON_DAYS);
  const cards = await listEndingNamed(tx, account.id, { from: today, until, courseId: room?.courseId ?? undefined });
  return copy.endingList(cards, today, inRoom);
}

async function show(work: OrderWork, { to }: CardOrder): Promise<string> {
  const { today, room } = work;
  const cards = await listShownCards(work, to.id, { today, room });
  return copy.cardView(to.name, cards, await listHistory(work, to.id), today);
}

async function change(work: OrderWork, order: CardOrder, found: MemberCard): Promise<string> {
  const { tx, now, today, speaker, changes } = work;
  const { name } = order.to;
  if (order.do === 'freeze' && found.frozenOn !== null) throw new RefusedError({ code: 'card.frozen', name });
  if (order.do === 'thaw' && found.frozenOn === null) throw new RefusedError({ code: 'card.not_frozen', name });
  const key = { memberId: found.memberId, courseId: found.courseId };
  const source = { day: today, orderId: null, by: speaker.id, at: now };
  const { id, coverage } = await changeCard(tx, key, changeOf(order), source);
  changes.note({ ...key, event: id });
  if (order.do === 'freeze')
    return copy.frozen(name, found.course, coverage === undefined ? null : leftWhileFrozen(coverage));
  if (order.do === 'thaw') return copy.thawed(name, found.course, coverage?.through, today);
  return copy.daysAdded(name, order.days, coverage?.through, today);
}

function changeOf({ do: action, days }: CardOrder): CardChange {
  if (action === 'add') return { type: 'added', days };
  return { type: action === 'freeze' ? 'frozen' : 'thawed' };
}
