/** A manager's order about trials: what to do with whose, or the words of an offer. */

import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/trials.js';
import { accept, type Decision } from '../../domain/decision.js';
import { EXTENSION_DAYS, OFFER_DAYS, type OfferDay } from '../../domain/trial.js';
import { type Argument, type ArgumentContext, choice, integer, optional } from '../../kit/argument.js';
import { member } from '../../kit/member-argument.js';
import type { Member } from '../../storage/members.js';

export type TrialOrder =
  | { readonly do: 'list' }
  | { readonly do: 'extend'; readonly who: Member; readonly days: number }
  | { readonly do: 'stop' | 'restart'; readonly who: Member }
  /** Without words the offer is shown. */
  | { readonly do: 'copy'; readonly day: OfferDay; readonly words: string };

export const MOST_DAYS = 60;

const action = choice(copy.labels.order, copy.actions);
const who = member(copy.labels.member, describeMember);
const days = optional(integer(copy.labels.days, { min: 1, max: MOST_DAYS }), EXTENSION_DAYS);
const offerDay = choice(copy.labels.day, Object.fromEntries(OFFER_DAYS.map((day) => [String(day), `${day}`])));

export const trialOrder: Argument<TrialOrder> = {
  label: copy.labels.order,

  async parse(context) {
    if (context.words.ended()) return accept({ do: 'list' });
    const chosen = await action.parse(context);
    if (!chosen.ok) return chosen;
    return chosen.value === 'copy' ? readCopy(context) : readPerson(context, chosen.value);
  },
};

async function readPerson(
  context: ArgumentContext,
  wanted: 'extend' | 'stop' | 'restart',
): Promise<Decision<TrialOrder>> {
  const person = await who.parse(context);
  if (!person.ok) return person;
  if (wanted !== 'extend') return accept({ do: wanted, who: person.value });
  const count = await days.parse(context);
  return count.ok ? accept({ do: wanted, who: person.value, days: count.value }) : count;
}

async function readCopy(context: ArgumentContext): Promise<Decision<TrialOrder>> {
  const day = await offerDay.parse({ ...context, example: context.inRoom(copy.examples.copy) });
  if (!day.ok) return day;
  return accept({ do: 'copy', day: Number(day.value) as OfferDay, words: context.words.rest() });
}
