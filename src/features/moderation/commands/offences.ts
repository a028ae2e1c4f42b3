/** What broke the rules lately, in the room or by one member, with the numbers by which it is hidden. For staff alone. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/moderation.js';
import { optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listLatestOffences, listOffencesOf } from '../../../storage/offences.js';
import { toldOffence } from '../told-offence.js';

const MOST_LISTED = 6;

export const offences = defineCommand({
  name: 'moderation.offences',
  triggers: copy.triggers.offences,
  summary: copy.summaries.offences,
  example: copy.examples.offences,
  allow: 'teacher',
  scope: 'room',
  effect: 'none',
  args: { member: optional(member(copy.labels.member, describeMember), undefined) },

  async run({ tx, room, args, chatRoom, inRoom }) {
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'offences.not_in_public' });
    const { member: person } = args;
    const found =
      person === undefined
        ? await listLatestOffences(tx, room.id, MOST_LISTED)
        : await listOffencesOf(tx, { roomId: room.id, memberId: person.id }, MOST_LISTED);
    const list = { offences: found.map(toldOffence), topic: room.topic, zone: room.settings.zone };
    return copy.offenceList({ ...list, ...(person && { name: person.name }) }, inRoom);
  },
});
