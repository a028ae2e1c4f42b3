/** Why a card stands where it stands: what was bought, frozen, taken back, and until when it holds. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { defineReason } from '../../../kit/reason.js';
import { listHistory, listShownCards } from '../shown-cards.js';

export const cardReason = defineReason({
  about: 'member',
  topic: 'card',
  words: copy.reasonWords,

  async explain(work) {
    const { member, isOwn, inPublic, room, today } = work;
    if (inPublic) return copy.whyInPublic();
    const cards = await listShownCards(work, member.id, { today, room });
    const history = await listHistory(work, member.id);
    return copy.whyCards(cards, history, { today, name: isOwn ? undefined : member.name });
  },
});
