/** Revoke: the owner takes back what somebody was granted, in one room or in all. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/roles.js';
import { choice, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { deleteGrant } from '../../../storage/roles.js';
import { scopeOf } from '../role-scope.js';

export const revoke = defineCommand({
  name: 'roles.revoke',
  triggers: copy.triggers.revoke,
  summary: copy.summaries.revoke,
  example: copy.examples.revoke,
  allow: 'owner',
  scope: 'anywhere',
  effect: 'undoable',
  args: {
    member: member(copy.labels.member, describeMember),
    scope: optional(choice(copy.labels.scope, copy.scopes), 'here'),
  },

  async run(work) {
    const { tx, room, args, changes } = work;
    const { scope, topic } = scopeOf(room, args.scope);
    await refuseUnlessBelow(work, args.member, room?.id);
    await changes.watch('role_grant', { member_id: args.member.id, room_id: scope });
    const held = await deleteGrant(tx, args.member.id, scope);
    if (!held) throw new RefusedError({ code: 'role.not_held', name: args.member.name });
    return copy.revoked(args.member.name, topic);
  },
});
