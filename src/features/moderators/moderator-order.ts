/** The words of an order about moderators: to whom power is lent or from whom it is taken, how much and for how long. */

import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/moderators.js';
import { accept, refuse } from '../../domain/decision.js';
import { MOST_LEND_DAYS, type Power } from '../../domain/power.js';
import { type Argument, type ArgumentContext, choice } from '../../kit/argument.js';
import { duration } from '../../kit/duration-argument.js';
import { member } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export interface ModeratorOrder {
  readonly do: 'lend' | 'revoke';
  readonly person: Member;
  /** As far as told. */
  readonly days?: number;
  readonly power?: Power;
}

const action = choice(copy.labels.order, copy.actions);
const person = member(copy.labels.member, describeMember);
const days = duration(copy.labels.days, copy.dayUnits, MOST_LEND_DAYS);
const power = choice(copy.labels.power, copy.powers);

/** Undefined where somebody looks at the list. */
export const moderatorOrder: Argument<ModeratorOrder | undefined> = {
  label: copy.labels.order,

  async parse(context) {
    if (context.words.ended()) return accept(undefined);
    const wanted = await action.parse(context);
    if (!wanted.ok) return wanted;
    const found = await person.parse(context);
    if (!found.ok) return found;
    if (wanted.value === 'revoke') return accept({ do: 'revoke', person: found.value });
    return parseLoan(context, found.value);
  },
};

/** Days and power in either order. */
async function parseLoan(context: ArgumentContext, whom: Member) {
  let order: ModeratorOrder = { do: 'lend', person: whom };
  while (!context.words.ended()) {
    const isDays = /^\d/u.test(context.words.peek() ?? '');
    if (isDays ? order.days !== undefined : order.power !== undefined)
      return refuse({ code: 'argument.surplus', given: context.words.rest(), example: context.example });
    const read = isDays ? await days.parse(context) : await power.parse(context);
    if (!read.ok) return read;
    order = typeof read.value === 'number' ? { ...order, days: read.value } : { ...order, power: read.value };
  }
  return accept(order);
}
