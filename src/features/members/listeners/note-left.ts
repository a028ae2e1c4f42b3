/** Somebody left, or was taken out: no longer expected, with all figures kept for a return. */

import { defineListener } from '../../../kit/feature.js';
import { findMemberByPlatformId } from '../../../storage/members.js';
import { markLeft } from '../../../storage/presence.js';

export const noteLeft = defineListener({
  name: 'members.note-left',
  on: 'room.left',

  async run({ tx, account, now, room, event }) {
    if (!room) return;
    for (const person of event.people) {
      const member = await findMemberByPlatformId(tx, account.id, person.platformId);
      if (member) await markLeft(tx, { roomId: room.id, memberId: member.id }, now);
    }
  },
});
