/** Why somebody holds a badge, no longer holds it, or does not hold it yet. */

import * as copy from '../../../copy/zh-cn/badges.js';
import { RULE_BADGES } from '../../../domain/badge.js';
import { defineReason } from '../../../kit/reason.js';
import { listBadges } from '../../../storage/badges.js';
import { readStanding } from '../../../storage/standings.js';

export const badgeReason = defineReason({
  about: 'member',
  topic: 'badge',
  words: copy.reasonWords,

  async explain({ tx, room, member, isOwn }) {
    const key = { roomId: room.id, memberId: member.id };
    const badges = await listBadges(tx, key);
    const held = badges.filter(({ revokedAt }) => revokedAt === null);
    const next = RULE_BADGES.find((rule) => held.every(({ badge }) => badge !== rule));
    const { best, total } = await readStanding(tx, key);
    const taken = badges.findLast(({ revokedAt }) => revokedAt !== null);
    return copy.whyBadges({ topic: room.topic, held, taken, next, best, total }, isOwn ? undefined : member.name);
  },
});
