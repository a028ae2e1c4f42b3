/** Why orders, cards and what they bring are refused; a part of all refusals. Amounts in fen. */

import type { CardKind } from './card-kind.js';
import type { OrderState } from './order.js';

export interface CardRefusals {
  'card.none': { readonly name: string };
  /** Several courses could be meant. */
  'card.which_course': { readonly name: string; readonly courses: readonly string[]; readonly example: string };
  'card.frozen': { readonly name: string };
  'card.not_frozen': { readonly name: string };
  'card.not_an_upgrade': { readonly from: CardKind; readonly to: CardKind };
  /** What is left of the former card is worth more than the better one costs. */
  'card.rest_exceeds': { readonly rest: number; readonly price: number };
  'order.unknown': { readonly id: number };
  'order.not_paid': { readonly id: number; readonly state: OrderState };
  'order.not_pending': { readonly id: number; readonly state: OrderState };
  'order.refund_too_much': { readonly id: number; readonly left: number };
  'order.which_course': { readonly courses: readonly string[]; readonly example: string };
  'order.not_an_amount': { readonly given: string };
  'order.not_a_kind': { readonly given: string };
  'order.in_public': Nothing;
  'payment.unknown': { readonly id: number };
  'entitlement.unknown': { readonly name: string; readonly known: readonly string[] };
  'entitlement.used_up': { readonly name: string; readonly entitlement: string };
  'entitlement.card_over': { readonly name: string };
  'card_codes.unknown_batch': { readonly id: number };
  'card_codes.too_many': { readonly most: number };
  'card_codes.revoked': { readonly id: number };
}

type Nothing = Record<never, never>;
