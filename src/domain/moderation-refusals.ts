/** Why an order about rules, words, offences and appeals is turned down. Part of `refusal.ts`. */

import type { OffenceKind } from './moderation/rule.js';

export interface ModerationRefusals {
  /** No refusal in itself: why a line was an offence, for whoever asks right after. */
  'rule.reminded': { readonly kind: OffenceKind; readonly signs: readonly string[]; readonly reason: string };
  'offence.unknown': { readonly number: number };
  'offence.voided': { readonly number: number };
  'offence.hidden': { readonly number: number };
  'offence.needs_reason': { readonly example: string };
  /** Neither an offence nor a check-in of today that could be hidden. */
  'hide.nothing': { readonly name: string };
  'appeal.nothing': Nothing;
  'appeal.pending': { readonly number: number };
  'appeal.denied': { readonly number: number };
  'words.invalid': { readonly given: string };
  'words.full': { readonly max: number };
  'words.listed': { readonly word: string };
  'words.not_listed': { readonly word: string };
  'words.not_in_public': Nothing;
  'offences.not_in_public': Nothing;
}

type Nothing = Record<never, never>;
