/** A manager's order about cards: nothing, a person, or a person and what to do with their card. */

import * as copy from '../../copy/zh-cn/cards.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import { listCourses } from '../../storage/courses.js';
import type { Member } from '../../storage/members.js';
import type { MeantCourse } from './course-meant.js';

export interface CardOrder {
  readonly to: Member;
  readonly do: copy.CardAction | 'show';
  /** To be added. */
  readonly days: number;
  readonly course: MeantCourse | undefined;
}

const MOST_DAYS = 3_650;
const person = member(copy.labels.member, describeMember);

export const cardOrder: Argument<CardOrder | undefined> = {
  label: copy.labels.card,

  async parse(context) {
    if (context.words.ended()) return accept(undefined);
    const to = await person.parse(context);
    return to.ok ? readAction(context, to.value) : to;
  },
};

async function readAction({ tx, words, example }: ArgumentContext, to: Member): Promise<Decision<CardOrder>> {
  const word = words.peek() ?? '';
  const known = Object.entries(copy.cardActions).find(([name]) => word.startsWith(name));
  if (known !== undefined) {
    words.next();
    const behind = word.slice(known[0].length);
    if (behind !== '') words.unread(behind);
  }
  const action = known?.[1] ?? 'show';
  const days = action === 'add' ? readDays(words.next()) : 0;
  if (days === undefined) return refuse({ code: 'argument.missing', name: copy.labels.days, example });
  const course = (await listCourses(tx)).find(({ name }) => name === words.peek());
  if (course !== undefined) words.next();
  return accept({ to, do: action, days, course });
}

function readDays(word: string | undefined): number | undefined {
  const digits = /^(\d{1,4})\p{Script=Han}?$/u.exec(word ?? '')?.[1];
  const days = digits === undefined ? 0 : Number(digits);
  return days >= 1 && days <= MOST_DAYS ? days : undefined;
}
