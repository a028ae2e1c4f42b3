/** A manager's order about what cards bring: nothing, a rule, a rule to take away, or a use. */

import * as copy from '../../copy/zh-cn/cards.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import type { CardKind } from '../../domain/card-kind.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { oneLine } from '../../domain/display-name.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import { listCourses } from '../../storage/courses.js';
import type { Member } from '../../storage/members.js';
import type { MeantCourse } from './course-meant.js';

export type EntitlementOrder = { readonly course: MeantCourse | undefined } & (
  | { readonly do: 'list' }
  | { readonly do: 'define'; readonly kind: CardKind; readonly name: string; readonly quota: number | null }
  | { readonly do: 'remove'; readonly kind: CardKind; readonly name: string }
  | { readonly do: 'use'; readonly to: Member; readonly name: string; readonly note: string | null }
);

const LONGEST_NAME = 12;
const MOST_TIMES = 999;
const person = member(copy.labels.member, describeMember);

export const entitlementOrder: Argument<EntitlementOrder> = {
  label: copy.labels.entitlement,

  async parse(context) {
    const { words } = context;
    const courses = await listCourses(context.tx);
    const course = courses.find(({ name }) => name === words.peek());
    if (course !== undefined) words.next();
    if (words.ended()) return accept({ do: 'list', course });
    const word = words.peek() ?? '';
    const action = Object.hasOwn(copy.ruleActions, word) ? copy.ruleActions[word] : undefined;
    if (action !== undefined) words.next();
    return action === 'use' ? readUse(context, course) : readRule(context, course, action === 'remove');
  },
};

async function readUse(context: ArgumentContext, course: MeantCourse | undefined): Promise<Decision<EntitlementOrder>> {
  const to = await person.parse(context);
  if (!to.ok) return to;
  const { words, example } = context;
  const name = oneLine(words.nextTyped() ?? '');
  if (name === '') return refuse({ code: 'argument.missing', name: copy.labels.entitlement, example });
  const note = oneLine(words.rest());
  return accept({ do: 'use', course, to: to.value, name, note: note === '' ? null : note });
}

function readRule(
  { words, inRoom }: ArgumentContext,
  course: MeantCourse | undefined,
  isRemoval: boolean,
): Decision<EntitlementOrder> {
  const given = words.next() ?? '';
  const kind = Object.hasOwn(copy.kinds, given) ? copy.kinds[given] : undefined;
  if (kind === undefined) return refuse({ code: 'order.not_a_kind', given });
  const name = oneLine(words.nextTyped() ?? '');
  if (name === '')
    return refuse({ code: 'argument.missing', name: copy.labels.entitlement, example: inRoom(copy.examples.rule) });
  if ([...name].length > LONGEST_NAME)
    return refuse({ code: 'argument.too_long', name: copy.labels.entitlement, max: LONGEST_NAME });
  return isRemoval ? accept({ do: 'remove', course, kind, name }) : readQuota(words, { course, kind, name });
}

function readQuota(
  words: ArgumentContext['words'],
  rule: { readonly course: MeantCourse | undefined; readonly kind: CardKind; readonly name: string },
): Decision<EntitlementOrder> {
  const times = words.next() ?? copy.UNLIMITED[0] ?? '';
  const quota = copy.UNLIMITED.includes(times) ? null : readTimes(times);
  if (quota === undefined) return refuse({ code: 'argument.not_a_number', name: copy.labels.times, given: times });
  return accept({ do: 'define', ...rule, quota });
}

function readTimes(word: string): number | undefined {
  const digits = /^(\d{1,3})\p{Script=Han}?$/u.exec(word)?.[1];
  const times = digits === undefined ? 0 : Number(digits);
  return times >= 1 && times <= MOST_TIMES ? times : undefined;
}
