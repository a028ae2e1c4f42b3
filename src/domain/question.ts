/** The question box: what may be asked, how often, and who may ask along (product rules, section 9). */

import { accept, type Decision, refuse } from './decision.js';
import { oneLine } from './display-name.js';
import type { MemberId } from './ids.js';
import { foldText } from './understanding/fold.js';

/** What is closed but not answered was taken back by who asked it, or dropped by staff. */
export type AskedState = 'open' | 'answered' | 'withdrawn' | 'dropped';

/** In characters. */
const LONGEST_QUESTION = 200;
export const LONGEST_ANSWER = 300;
const QUESTIONS_A_DAY = 3;

/** The question as it is kept: one line. `askedToday`: by the same member, in whatever room. */
export function decideQuestion(given: string, askedToday: number): Decision<string> {
  const text = oneLine(given.replace(/\s+/gu, ' '));
  if (text === '') return refuse({ code: 'question.empty' });
  if ([...text].length > LONGEST_QUESTION) return refuse({ code: 'question.too_long', max: LONGEST_QUESTION });
  if (askedToday >= QUESTIONS_A_DAY) return refuse({ code: 'question.too_many', max: QUESTIONS_A_DAY });
  return accept(text);
}

/** Word for word, but for spaces, marks, and the width and case of letters. What is alike in meaning alone stays apart. */
export function asksTheSame(one: string, other: string): boolean {
  return bareWords(one) === bareWords(other);
}

function bareWords(text: string): string {
  return foldText(text)
    .replace(/[\s\p{P}]+/gu, '')
    .toLowerCase();
}

export interface AskedQuestion {
  readonly number: number;
  readonly state: AskedState;
  readonly memberId: MemberId;
}

/** Nobody asks along with themselves. Once for each member is for the row to see to. */
export function decideVote({ number, state, memberId }: AskedQuestion, voter: MemberId): Decision<null> {
  if (state !== 'open') return refuse({ code: 'question.closed', number, state });
  return memberId === voter ? refuse({ code: 'question.own', number }) : accept(null);
}
