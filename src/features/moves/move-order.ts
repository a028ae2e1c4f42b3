/** A manager's order about moves: none for the list, else whose, of which course, and what is to be done. */

import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/moves.js';
import { accept, type Decision } from '../../domain/decision.js';
import { type Argument, type ArgumentContext, choice } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import { listCourses } from '../../storage/courses.js';
import type { Member } from '../../storage/members.js';

export interface MoveOrder {
  readonly member: Member;
  readonly course: string | undefined;
  readonly action: copy.MoveAction | undefined;
}

const person = member(copy.labels.member, describeMember);
const action = choice(copy.labels.order, copy.actions);

export const moveOrder: Argument<MoveOrder> = {
  label: copy.labels.member,

  async parse(context): Promise<Decision<MoveOrder>> {
    const whom = await person.parse(context);
    if (!whom.ok) return whom;
    const course = await takeCourse(context);
    if (context.words.ended()) return accept({ member: whom.value, course, action: undefined });
    const given = await action.parse(context);
    return given.ok ? accept({ member: whom.value, course, action: given.value }) : given;
  },
};

async function takeCourse({ tx, words }: ArgumentContext): Promise<string | undefined> {
  const word = words.peek();
  if (word === undefined || Object.hasOwn(copy.actions, word)) return undefined;
  return (await listCourses(tx)).some(({ name }) => name === word) ? words.next() : undefined;
}
