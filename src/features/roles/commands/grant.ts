/** Grant: the owner makes somebody a manager or a teacher, in one room or in all. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/roles.js';
import { rankOf } from '../../../domain/role.js';
import { choice, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { saveGrant } from '../../../storage/roles.js';
import { scopeOf } from '../role-scope.js';

export const grant = defineCommand({
  name: 'roles.grant',
  triggers: copy.triggers.grant,
  summary: copy.summaries.grant,
  example: copy.examples.grant,
  allow: 'owner',
  scope: 'anywhere',
  effect: 'undoable',
  args: {
    member: member(copy.labels.member, describeMember),
    role: choice(copy.labels.role, copy.grantable),
    scope: optional(choice(copy.labels.scope, copy.scopes), 'here'),
  },

  async run(work) {
    const { tx, now, account, speaker, room, args, changes } = work;
    if (rankOf(args.role) >= rankOf(speaker.role)) throw new RefusedError({ code: 'role.beyond_own' });
    const { scope, topic } = scopeOf(room, args.scope);
    await refuseUnlessBelow(work, args.member, room?.id);
    await changes.watch('role_grant', { member_id: args.member.id, room_id: scope });
    await saveGrant(tx, { memberId: args.member.id, scope, role: args.role, grantedBy: speaker.id, at: now });
    const granted = copy.granted(args.member.name, args.role, topic);
    return account.idsStay === 1 ? granted : granted + copy.wantsCode();
  },
});
