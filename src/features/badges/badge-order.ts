/** The words of an order about badges: to whom, which one and, where it is taken back, why. */

import * as copy from '../../copy/zh-cn/badges.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import { accept, refuse } from '../../domain/decision.js';
import { displayName, oneLine } from '../../domain/display-name.js';
import type { Argument } from '../../kit/argument.js';
import { members } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export interface BadgeOrder {
  readonly do: 'give' | 'revoke';
  readonly people: readonly Member[];
  readonly badge: string;
  /** Empty where none was given. */
  readonly reason: string;
}

const LONGEST_NAME = 10;
const people = members(copy.labels.member, describeMember);

/** Undefined where somebody asks for their own. */
export const badgeOrder: Argument<BadgeOrder | undefined> = {
  label: copy.labels.badge,

  async parse(context) {
    const { words, example } = context;
    if (words.ended()) return accept(undefined);
    const action = copy.actions[words.peek() ?? ''];
    if (action !== undefined) words.next();
    const found = await people.parse(context);
    if (!found.ok) return found;
    const badge = displayName(words.nextTyped() ?? '');
    if (badge === '') return refuse({ code: 'argument.missing', name: copy.labels.badge, example });
    if ([...badge].length > LONGEST_NAME) {
      return refuse({ code: 'argument.too_long', name: copy.labels.badge, max: LONGEST_NAME });
    }
    return accept({ do: action ?? 'give', people: found.value, badge, reason: oneLine(words.rest()) });
  },
};
