/** A member's own cards, in private alone. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineCommand } from '../../../kit/feature.js';
import { listHistory, listShownCards } from '../shown-cards.js';

export const ownCard = defineCommand({
  name: 'cards.own-card',
  triggers: copy.triggers.own,
  summary: copy.summaries.own,
  example: copy.examples.own,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'own',
  args: {},

  async run(work) {
    const { tx, speaker, chatRoom, today } = work;
    if (chatRoom !== undefined) return copy.ownInPrivate(speaker.name);
    const [room] = await listCourseRoomsOf(tx, speaker.id);
    const cards = await listShownCards(work, speaker.id, { today, room });
    if (cards.length === 0) return copy.ownNone();
    return copy.cardView(speaker.name, cards, await listHistory(work, speaker.id), today);
  },
});
