/** A member's own code of invitation: made when it is first asked for, and the same for ever. */

import { randomInt } from 'node:crypto';
import * as copy from '../../../copy/zh-cn/referrals.js';
import { invitationCode } from '../../../domain/referral.js';
import { runsCourse } from '../../../domain/room.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineIntent } from '../../../kit/feature.js';
import type { ChatWork } from '../../../kit/work.js';
import { appendInvitationCode, findInvitationCode } from '../../../storage/invitation-codes.js';
import { listReferralsBy } from '../../../storage/referrals.js';

const ATTEMPTS = 5;

export const ownCode = defineIntent({
  name: 'referrals.own-code',
  intent: 'own-code',
  scope: 'anywhere',
  help: copy.help.own,

  async run(work) {
    const { tx, account, speaker } = work;
    const [first] = await listCourseRoomsOf(tx, speaker.id);
    const room = work.room !== undefined && runsCourse(work.room.kind) ? work.room : first;
    if (room === undefined) return copy.inNoRoom();
    const code = await findOrMakeCode(work);
    const brought = await listReferralsBy(tx, account.id, speaker.id);
    const earned = brought.filter(({ state }) => state === 'earned').length;
    const points = room.settings.invitePoints;
    return copy.ownCode({ name: speaker.name, code, points, brought: brought.length, earned });
  },
});

async function findOrMakeCode({ tx, now, account, speaker }: ChatWork): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await findInvitationCode(tx, account.id, speaker.id);
    if (known !== undefined) return known;
    await appendInvitationCode(tx, account.id, { memberId: speaker.id, code: invitationCode(randomInt), at: now });
  }
  throw new Error('No code of invitation was free.');
}
