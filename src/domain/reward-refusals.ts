/** Why gifts, codes, red packets and badges are refused; a part of all refusals. */

import type { Gift, RedemptionState } from './gift.js';

export interface RewardRefusals {
  /** Points buy no such thing here. */
  'gift.unknown': { readonly name: string };
  /** Several go by this name, or only come near it. */
  'gift.ambiguous': { readonly name: string; readonly gifts: readonly Gift[] };
  'gift.sold_out': { readonly name: string };
  'gift.few_left': { readonly name: string; readonly left: number };
  'gift.limit_reached': { readonly name: string; readonly limit: number; readonly taken: number };
  'gift.too_many': { readonly name: string; readonly most: number };
  'gift.name_taken': { readonly name: string };
  /** What all rooms have is changed by whoever manages them all. */
  'gift.of_all_rooms': { readonly name: string };
  'redemption.unknown': { readonly id: number };
  'redemption.not_pending': { readonly id: number; readonly state: RedemptionState };
  'redemption.too_late': { readonly id: number };
  'redemption.code_seen': { readonly id: number };
  'redemption.none_open': Record<never, never>;
  /** Nothing of theirs waits for an address. */
  'redemption.none_to_send': Record<never, never>;
  'codes.unknown_batch': { readonly name: string; readonly known: readonly string[] };
  'codes.none_left': { readonly name: string; readonly left: number; readonly needed: number };
  'codes.expired': { readonly name: string };
  'codes.too_many': { readonly most: number };
  'codes.batch_taken': { readonly name: string };
  /** Its owner may have read it. */
  'codes.seen': { readonly name: string };
  'red_packet.no_budget': { readonly example: string };
  /** In fen. */
  'red_packet.over_budget': { readonly left: number };
  'red_packet.below_spent': { readonly spent: number };
  'red_packet.not_an_amount': { readonly given: string };
  'red_packet.unknown': { readonly id: number };
  'red_packet.void': { readonly id: number };
  'badge.held': { readonly name: string; readonly badge: string };
  'badge.not_held': { readonly name: string; readonly badge: string };
  /** It follows from the history, so that alone gives and takes it. */
  'badge.by_rule': { readonly badge: string };
}
