/** What is wanted of chain lists: how they stand, a rule for their headings, or an answer to a question. */

import * as copy from '../../copy/zh-cn/chain-lists.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import type { ChainQuestionId } from '../../domain/ids.js';
import { type Argument, type ArgumentContext, choice, integer, text } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import { type ChainQuestion, findChainQuestion } from '../../storage/chain-questions.js';
import type { Member } from '../../storage/members.js';

export type Order =
  | { readonly do: 'list' }
  | { readonly do: 'rule'; readonly words: string; readonly counts: boolean }
  | { readonly do: 'take'; readonly question: ChainQuestion; readonly member: Member }
  | { readonly do: 'decline'; readonly question: ChainQuestion };

const kind = choice(copy.labels.order, copy.orders);
const words = text(copy.labels.words, { max: 40 });
const number = integer(copy.labels.number, { min: 1, max: Number.MAX_SAFE_INTEGER });
const whose = member(copy.labels.member, describeMember);

export const order: Argument<Order> = {
  label: copy.labels.order,
  async parse(context) {
    if (context.words.ended()) return accept({ do: 'list' });
    const wanted = await kind.parse(context);
    if (!wanted.ok) return wanted;
    if (wanted.value === 'counts' || wanted.value === 'ignored') return parseRule(context, wanted.value === 'counts');
    return parseAnswer(context, wanted.value);
  },
};

async function parseRule(context: ArgumentContext, counts: boolean): Promise<Decision<Order>> {
  const given = await words.parse({ ...context, example: context.inRoom(copy.examples.rule) });
  return given.ok ? accept({ do: 'rule', words: given.value, counts }) : given;
}

/** The question says in which room the name is looked for. */
async function parseAnswer(context: ArgumentContext, answer: 'take' | 'decline'): Promise<Decision<Order>> {
  const given = await number.parse(context);
  if (!given.ok) return given;
  const id = given.value as ChainQuestionId;
  const question = await findChainQuestion(context.tx, context.accountId, id);
  if (question?.state !== 'open' || question.expiresAt <= context.now)
    return refuse({ code: 'chain_list.no_question', number: id });
  if (answer === 'decline') return accept({ do: 'decline', question });
  const meant = await whose.parse({ ...context, roomId: question.roomId });
  return meant.ok ? accept({ do: 'take', question, member: meant.value }) : meant;
}
