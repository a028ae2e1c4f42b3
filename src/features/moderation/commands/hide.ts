/** Hides what somebody sent from all that the bot shows: by the number of an offence, or today's check-in of a member. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/moderation.js';
import { accept, type Decision } from '../../../domain/decision.js';
import type { OffenceId } from '../../../domain/ids.js';
import type { Argument } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { mayUse } from '../../../kit/lent-power.js';
import { member } from '../../../kit/member-argument.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { findCheckIn } from '../../../storage/check-ins.js';
import type { Member } from '../../../storage/members.js';
import { deleteOffence, saveVerdict } from '../../../storage/offence-states.js';
import { appendOffence, findOffence } from '../../../storage/offences.js';
import { tellHidden } from '../merged-replies/hidden-lines.js';

type Target = { readonly number: OffenceId } | { readonly member: Member };

const person = member(copy.labels.member, describeMember);

const target: Argument<Target> = {
  label: copy.labels.target,
  async parse(context): Promise<Decision<Target>> {
    const number = /^#?(\d{1,9})$/u.exec(context.words.peek() ?? '')?.[1];
    if (number === undefined) {
      const found = await person.parse(context);
      return found.ok ? accept({ member: found.value }) : found;
    }
    context.words.next();
    return accept({ number: Number(number) as OffenceId });
  },
};

const args = { target };

type HideWork = CommandWork<typeof args, 'room'>;

export const hide = defineCommand({
  name: 'moderation.hide',
  triggers: copy.triggers.hide,
  summary: copy.summaries.hide,
  example: copy.examples.hide,
  allow: 'moderator',
  scope: 'room',
  effect: 'undoable',
  args,

  async run(work) {
    if (!(await mayUse(work, work.room, 'hide'))) return undefined;
    const { target: given } = work.args;
    return 'number' in given ? hideOffence(work, given.number) : hideCheckIn(work, given.member);
  },

  async undo({ tx }, noted) {
    const { given } = (noted ?? {}) as { readonly given?: OffenceId };
    if (given !== undefined) await deleteOffence(tx, given);
  },
});

async function hideOffence(work: HideWork, id: OffenceId): Promise<string> {
  const { tx, account, room, speaker, changes } = work;
  const offence = present(await findOffence(tx, account.id, id), { code: 'offence.unknown', number: id });
  if (offence.roomId !== room.id) throw new RefusedError({ code: 'offence.unknown', number: id });
  if (offence.voidedAt !== null) throw new RefusedError({ code: 'offence.voided', number: id });
  if (offence.verdict !== 'warn') throw new RefusedError({ code: 'offence.hidden', number: id });
  await refuseUnlessBelow(work, { id: offence.memberId, name: offence.name }, room.id);
  await changes.watch('offence', { id }, ['verdict', 'escalates']);
  await saveVerdict(tx, id, 'hide');
  const { name, kind, signs, content } = offence;
  await tellHidden(work, room, { id, name, kind, signs, content: content ?? '', reason: '', by: speaker.name });
  return copy.hidden(name, id);
}

/** It goes on counting; its words are shown nowhere. */
async function hideCheckIn(work: HideWork, { id: memberId, name }: Member): Promise<string> {
  const { tx, now, today, account, room, speaker, changes } = work;
  await refuseUnlessBelow(work, { id: memberId, name }, room.id);
  const checkIn = await findCheckIn(tx, { roomId: room.id, memberId }, today);
  if (checkIn === undefined || checkIn.content === '') throw new RefusedError({ code: 'hide.nothing', name });
  const { content } = checkIn;
  const whose = { accountId: account.id, roomId: room.id, memberId, at: now, day: today };
  const given = { kind: 'hand', signs: [], content, verdict: 'hide', counts: true, givenBy: speaker.id } as const;
  const id = present(await appendOffence(tx, { ...whose, ...given }), { code: 'hide.nothing', name });
  changes.note({ given: id });
  await tellHidden(work, room, { id, name, kind: 'hand', signs: [], content, reason: '', by: speaker.name });
  return copy.hidden(name, id);
}
