/** A manager's order about red packets: a budget, a record of one that a person gave, or one that does not count. */

import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/red-packets.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { parseFen } from '../../domain/money.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export type RedPacketOrder =
  | { readonly do: 'show' }
  | { readonly do: 'budget'; readonly amount: number }
  | { readonly do: 'record'; readonly to: Member; readonly amount: number; readonly note: string }
  | { readonly do: 'void'; readonly id: number; readonly note: string };

const person = member(copy.labels.member, describeMember);

export const redPacketOrder: Argument<RedPacketOrder> = {
  label: copy.labels.order,

  async parse(context) {
    const { words } = context;
    if (words.ended()) return accept({ do: 'show' });
    const action = copy.actions[words.peek() ?? ''];
    if (action !== undefined) words.next();
    if (action === 'budget') return readBudget(context);
    return action === 'void' ? readVoid(context) : readRecord(context);
  },
};

function readBudget(context: ArgumentContext): Decision<RedPacketOrder> {
  const amount = takeAmount(context);
  return amount.ok ? accept({ do: 'budget', amount: amount.value }) : amount;
}

function readVoid({ words, inRoom }: ArgumentContext): Decision<RedPacketOrder> {
  const example = inRoom(copy.labels.voidExample);
  const id = /^#?(\d{1,9})\p{Script=Han}?$/u.exec(words.next() ?? '')?.[1];
  if (id === undefined) return refuse({ code: 'argument.missing', name: copy.labels.id, example });
  const note = words.rest();
  if (note === '') return refuse({ code: 'argument.missing', name: copy.labels.note, example });
  return accept({ do: 'void', id: Number(id), note });
}

/** The person and the amount in whatever order, then what it was for. */
async function readRecord(context: ArgumentContext): Promise<Decision<RedPacketOrder>> {
  const { words, example } = context;
  const first = parseFen(words.peek() ?? '');
  if (first !== undefined) words.next();
  const to = await person.parse(context);
  if (!to.ok) return to;
  const amount = first === undefined ? takeAmount(context) : accept(first);
  if (!amount.ok) return amount;
  const note = words.rest();
  if (note === '') return refuse({ code: 'argument.missing', name: copy.labels.note, example });
  return accept({ do: 'record', to: to.value, amount: amount.value, note });
}

function takeAmount({ words, example }: ArgumentContext): Decision<number> {
  const given = words.next();
  if (given === undefined) return refuse({ code: 'argument.missing', name: copy.labels.amount, example });
  const amount = parseFen(given);
  return amount === undefined ? refuse({ code: 'red_packet.not_an_amount', given }) : accept(amount);
}
