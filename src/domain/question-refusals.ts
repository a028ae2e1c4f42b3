/** Why something about questions and tickets is refused; a part of all refusals. */

import type { AskedState } from './question.js';

export interface QuestionRefusals {
  'question.empty': Nothing;
  'question.too_long': { readonly max: number };
  /** So many in a day. */
  'question.too_many': { readonly max: number };
  /** The very same, by the same member. */
  'question.asked_already': { readonly number: number };
  'question.unknown': { readonly number: number };
  'question.closed': { readonly number: number; readonly state: AskedState };
  'question.own': { readonly number: number };
  'question.voted': { readonly number: number };
  'question.not_own': { readonly number: number };
  'question.needs_answer': { readonly number: number; readonly example: string };
  'ticket.empty': Nothing;
  'ticket.too_long': { readonly max: number };
  /** So many are open. */
  'ticket.too_many': { readonly max: number };
  'ticket.needs_reason': { readonly number: number };
  'ticket.closed': Nothing;
}

type Nothing = Record<never, never>;
