/** The words of a grant: who, how many points and why, in the order in which they come. */

import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/points.js';
import { accept } from '../../domain/decision.js';
import { foldText } from '../../domain/understanding/fold.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { members } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export interface Granting {
  readonly people: readonly Member[];
  /** Undefined where none was given: then the statement is asked for. */
  readonly amount: number | undefined;
  readonly reason: string;
}

const AMOUNT = /^[+-]?\d{1,6}\p{Script=Han}?$/u;
const people = members(copy.labels.member, describeMember);

export const granting: Argument<Granting> = {
  label: copy.labels.member,

  async parse(context) {
    const first = takeAmount(context);
    if (context.words.ended()) return accept({ people: [], amount: first, reason: '' });
    const found = await people.parse(context);
    if (!found.ok) return found;
    const amount = first ?? takeAmount(context);
    return accept({ people: found.value, amount, reason: context.words.rest() });
  },
};

function takeAmount({ words }: ArgumentContext): number | undefined {
  const word = foldText(words.peek() ?? '').replace(/[\u2212\u2013]/u, '-');
  if (!AMOUNT.test(word)) return undefined;
  words.next();
  return Number.parseInt(word, 10);
}
