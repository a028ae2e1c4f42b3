/** A reminder by hand, with its reason. It counts like one that a rule gave, and can be appealed against like it. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/moderation.js';
import type { OffenceId } from '../../../domain/ids.js';
import { optional, text } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { mayUse } from '../../../kit/lent-power.js';
import { member } from '../../../kit/member-argument.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { saveLastRefusal } from '../../../storage/last-refusals.js';
import { deleteOffence } from '../../../storage/offence-states.js';
import { appendOffence } from '../../../storage/offences.js';
import { remind } from '../remind.js';

const LONGEST_REASON = 100;

export const warn = defineCommand({
  name: 'moderation.warn',
  triggers: copy.triggers.warn,
  summary: copy.summaries.warn,
  example: copy.examples.warn,
  allow: 'moderator',
  scope: 'room',
  effect: 'undoable',
  args: {
    member: member(copy.labels.member, describeMember),
    reason: optional(text(copy.labels.reason, { max: LONGEST_REASON }), ''),
  },

  async run(work) {
    const { tx, now, today, account, room, speaker, args, changes, inRoom } = work;
    if (!(await mayUse(work, room, 'warn'))) return undefined;
    const { member: person, reason } = args;
    if (reason === '') throw new RefusedError({ code: 'offence.needs_reason', example: inRoom(copy.examples.warn) });
    await refuseAbsent(work, room, [person]);
    await refuseUnlessBelow(work, person, room.id);
    const kind = 'hand' as const;
    const whose = { accountId: account.id, roomId: room.id, memberId: person.id };
    const given = { kind, signs: [], content: reason, verdict: 'warn', counts: true, givenBy: speaker.id } as const;
    const appended = await appendOffence(tx, { ...whose, ...given, at: now, day: today });
    const id = present(appended, { code: 'offence.unknown', number: 0 });
    const refusal = { code: 'rule.reminded', kind, signs: [], reason } as const;
    await saveLastRefusal(tx, { memberId: person.id, roomId: room.id, refusal, line: '', at: now });
    await remind(work, room, { id, memberId: person.id, name: person.name, kind, signs: [], reason });
    changes.note({ given: id });
    return copy.warned(person.name, id, inRoom);
  },

  async undo({ tx }, noted) {
    const { given } = noted as { readonly given: OffenceId };
    await deleteOffence(tx, given);
  },
});
