/** Why somebody was reminded, and what it weighs by now. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { COUNTED_FOR_MS, HALF_LIFE_DAYS, weightOf } from '../../../domain/moderation/verdict.js';
import { defineReason } from '../../../kit/reason.js';
import { listCounted } from '../../../storage/offence-states.js';
import { listOffencesOf } from '../../../storage/offences.js';
import { toldOffence } from '../told-offence.js';

const MOST_READ = 3;

export const offenceReason = defineReason({
  about: 'member',
  topic: 'offence',
  words: copy.reasonWords,

  async explain({ tx, now, room, member, isOwn }) {
    const key = { roomId: room.id, memberId: member.id };
    const found = await listOffencesOf(tx, key, MOST_READ);
    const weight = weightOf(await listCounted(tx, key, now - COUNTED_FOR_MS), now);
    const told = { name: member.name, isOwn, topic: room.topic, zone: room.settings.zone };
    return copy.whyOffences({ ...told, offences: found.map(toldOffence), weight, halfLife: HALF_LIFE_DAYS });
  },
});
