/** The words of an order about core users: whom it is about, and what is to be done; nothing where the list is wanted. */

import * as copy from '../../copy/zh-cn/core-users.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import { accept, refuse } from '../../domain/decision.js';
import { oneLine } from '../../domain/display-name.js';
import type { Argument } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export interface CoreOrder {
  readonly do: 'show' | 'invite' | 'remove';
  readonly person: Member;
  /** Why; empty where none was given. */
  readonly reason: string;
}

const LONGEST_REASON = 60;
const person = member(copy.labels.member, describeMember);

export const coreOrder: Argument<CoreOrder | undefined> = {
  label: copy.labels.order,

  async parse(context) {
    const { words, inRoom } = context;
    if (words.ended()) return accept(undefined);
    const action = copy.actions[words.peek() ?? ''];
    if (action !== undefined) words.next();
    const found = await person.parse(context);
    if (!found.ok) return found;
    if (action !== 'remove') return accept({ do: action ?? 'show', person: found.value, reason: '' });
    const reason = oneLine(words.rest());
    if (reason === '')
      return refuse({ code: 'argument.missing', name: copy.labels.reason, example: inRoom(copy.examples.remove) });
    if ([...reason].length > LONGEST_REASON)
      return refuse({ code: 'argument.too_long', name: copy.labels.reason, max: LONGEST_REASON });
    return accept({ do: 'remove', person: found.value, reason });
  },
};
