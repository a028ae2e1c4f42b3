/** Why somebody is a moderator or is none any more: the loan as it stands, and the last step that staff took about it. */

import * as copy from '../../../copy/zh-cn/moderators.js';
import type { MemberId } from '../../../domain/ids.js';
import { defineReason, type MemberReasonWork } from '../../../kit/reason.js';
import { type Action, listActions } from '../../../storage/actions.js';
import { findModerator, listModeratorUses } from '../../../storage/moderators.js';
import { findMemberName } from '../../../storage/names.js';
import { readRole } from '../../../storage/roles.js';

const LOOKED_AT = 200;
const WEEK_MS = 7 * 86_400_000;

export const moderatorReason = defineReason({
  about: 'member',
  topic: 'moderator',
  words: copy.reasonWords,

  async explain(work) {
    const { tx, now, account, room, member } = work;
    const key = { memberId: member.id, roomId: room.id, at: now };
    const loan = await findModerator(tx, key);
    const uses = await listModeratorUses(tx, account.id, { from: now - WEEK_MS, before: now });
    return copy.whyModerator({
      name: member.name,
      topic: room.topic,
      zone: room.settings.zone,
      role: await readRole(tx, member.id, room.id, now),
      loan: loan && { ...loan, by: await nameOf(work, loan.grantedBy) },
      last: await findLastStep(work),
      uses: uses.reduce((sum, one) => (one.memberId === member.id ? sum + one.count : sum), 0),
    });
  },
});

async function findLastStep(work: MemberReasonWork) {
  const { tx, account, room } = work;
  const actions = await listActions(tx, { accountId: account.id, roomId: room.id }, LOOKED_AT);
  const last = actions.find((one) => isAbout(one, work.member.id));
  return last && { line: last.line, at: last.at, by: (await nameOf(work, last.memberId)) ?? '' };
}

function isAbout({ command, changes }: Action, memberId: MemberId): boolean {
  if (command !== 'moderators.moderator') return false;
  return changes.some(({ table, key }) => table === 'role_grant' && key['member_id'] === memberId);
}

async function nameOf({ tx }: MemberReasonWork, id: MemberId | null): Promise<string | undefined> {
  return id === null ? undefined : findMemberName(tx, id);
}
