/** Classes: how many of each there are; what somebody is; and a person's word, which holds until it is taken back. */

import * as copy from '../../../copy/zh-cn/classes.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import { accept, refuse } from '../../../domain/decision.js';
import { type Argument, optional } from '../../../kit/argument.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { members } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { RefusedError } from '../../../kit/refused-error.js';
import {
  type ClassAxis,
  countClasses,
  deleteClass,
  listClassesOf,
  saveClass,
} from '../../../storage/member-classes.js';
import type { Member } from '../../../storage/members.js';

interface ClassOrder {
  readonly people: readonly Member[];
  /** Undefined where it is only asked. */
  readonly to: 'facts' | { readonly axis: ClassAxis; readonly value: string } | undefined;
}

const people = members(copy.labels.member, describeMember);

const classOrder: Argument<ClassOrder> = {
  label: copy.labels.class,
  async parse(context) {
    const found = await people.parse(context);
    if (!found.ok) return found;
    const given = context.words.next();
    if (given === undefined) return accept({ people: found.value, to: undefined });
    if (copy.autoWords.includes(given)) return accept({ people: found.value, to: 'facts' });
    const meant = Object.hasOwn(copy.classWords, given) ? copy.classWords[given] : undefined;
    const known = Object.keys(copy.classWords).filter((word) => !/^[a-z]$/u.test(word));
    return meant === undefined
      ? refuse({ code: 'class.unknown', given, known })
      : accept({ people: found.value, to: meant });
  },
};

const args = { order: optional(classOrder, undefined) };
type ClassWork = CommandWork<typeof args, 'anywhere'>;

const AXES: readonly ClassAxis[] = ['class', 'grade'];

export const classes = defineCommand({
  name: 'classes.classes',
  triggers: copy.triggers.classes,
  summary: copy.summaries.classes,
  example: copy.examples.classes,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const {
      tx,
      account,
      room,
      chatRoom,
      args: { order },
      inRoom,
    } = work;
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'tag.not_in_public' });
    if (order === undefined) return copy.counts(await countClasses(tx, account.id, room?.id), inRoom);
    if (room) await refuseAbsent(work, room, order.people);
    return order.to === undefined ? show(work, order.people) : decide(work, order.people, order.to);
  },
});

async function show({ tx, account, inRoom }: ClassWork, asked: readonly Member[]): Promise<string> {
  const lines: string[] = [];
  for (const { id, name } of asked) lines.push(copy.classOf(name, await listClassesOf(tx, account.id, id), inRoom));
  return lines.join('\n');
}

async function decide(
  work: ClassWork,
  meant: readonly Member[],
  to: Exclude<ClassOrder['to'], undefined>,
): Promise<string> {
  const names = meant.map(({ name }) => name);
  await work.confirm({
    what: to === 'facts' ? copy.backToFacts() : copy.classing(to.value),
    people: names.length,
    names,
  });
  for (const { id } of meant) await (to === 'facts' ? leaveToFacts(work, id) : settle(work, id, to));
  return to === 'facts' ? copy.automatic(names) : copy.classed(names, to.value);
}

async function settle(
  { tx, now, account, speaker, changes }: ClassWork,
  memberId: Member['id'],
  { axis, value }: { readonly axis: ClassAxis; readonly value: string },
): Promise<void> {
  await changes.watch('member_class', { account_id: account.id, member_id: memberId, axis });
  await saveClass(tx, account.id, { memberId, axis, value, facts: '{}', at: now, by: speaker.id });
}

/** What a person decided is forgotten; the next day's work decides anew. */
async function leaveToFacts({ tx, account, changes }: ClassWork, memberId: Member['id']): Promise<void> {
  const byHand = (await listClassesOf(tx, account.id, memberId)).filter(({ by }) => by !== null);
  for (const axis of AXES.filter((one) => byHand.some((row) => row.axis === one))) {
    await changes.watch('member_class', { account_id: account.id, member_id: memberId, axis });
    await deleteClass(tx, account.id, memberId, axis);
  }
}
