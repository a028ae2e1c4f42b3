/** Why somebody is classed as they are: the facts that decided, or the person who did. For staff alone. */

import * as copy from '../../../copy/zh-cn/classes.js';
import { defineReason } from '../../../kit/reason.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listClassesOf } from '../../../storage/member-classes.js';

export const classReason = defineReason({
  about: 'member',
  topic: 'class',
  words: copy.reasonWords,

  async explain({ tx, account, room, member, isOwn }) {
    if (isOwn) throw new RefusedError({ code: 'why.not_in_public' });
    const rows = await listClassesOf(tx, account.id, member.id);
    const told = rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Readonly<Record<string, unknown>> }));
    return copy.whyClass(member.name, told, room.settings.zone);
  },
});
