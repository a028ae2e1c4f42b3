/**
 * Referral: one level, paid for what the newcomer does, never for forwarding (product rules, section 8).
 *
 * A newcomer says the code of whoever brought them, in their first seven days. On their own third day of check-in the one
 * who brought them is paid, once. Nobody brings themself, somebody known, somebody gone within a day, or each other in a ring.
 */

import { accept, type Decision, refuse } from './decision.js';
import type { MemberId } from './ids.js';

/** `void`: pays nothing, ever. `reversed`: was paid, and taken back. */
export type ReferralState = 'pending' | 'earned' | 'void' | 'reversed';
/** `late`: the third day did not come in time. `known`: turned out to be no newcomer. `self`: turned out to be their own inviter. */
export type VoidReason = 'ring' | 'gone' | 'late' | 'known' | 'self';

/** Days of the newcomer's own check-in that it takes. */
export const QUALIFYING_DAYS = 3;
const DAY_MS = 86_400_000;
/** In which a newcomer may say a code. */
export const CODE_WITHIN_MS = 7 * DAY_MS;
/** In which the third day must come. */
export const QUALIFY_WITHIN_MS = 30 * DAY_MS;
/** Whoever leaves before was never there. */
export const STAYED_MS = DAY_MS;
/** So long a check-in that is withdrawn still takes the points back. */
export const REVERSIBLE_MS = 7 * DAY_MS;

/** None that is read for another, nor any that stands for a way to be written to (V, WX, QQ, TG): newcomers type it in the room. */
const CODE_LETTERS = 'ABCDEFGHJMNPRSYZ23456789';
const CODE_LENGTH = 8;

/** `pick` gives a whole number from 0 to below its bound, each as likely as the others. */
export function invitationCode(pick: (bound: number) => number): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[pick(CODE_LETTERS.length)]).join('');
}

export interface SaidCode {
  readonly newcomerId: MemberId;
  /** When the newcomer was first seen. */
  readonly since: number;
  /** Whose code it is. */
  readonly inviterId: MemberId;
  /** Whoever brought the newcomer before. */
  readonly broughtBy: MemberId | undefined;
  readonly isStaff: boolean;
}

/** Resolves to whose code it is. */
export function decideCode(said: SaidCode, now: number): Decision<MemberId> {
  const { newcomerId, inviterId, broughtBy, since, isStaff } = said;
  if (inviterId === newcomerId) return refuse({ code: 'invitation.own' });
  if (broughtBy !== undefined) return refuse({ code: 'invitation.said' });
  if (isStaff || now - since >= CODE_WITHIN_MS) return refuse({ code: 'invitation.not_new' });
  return accept(inviterId);
}

/** `inviters`: who brought the inviter, who brought that one, and so on. */
export function closesRing(newcomerId: MemberId, inviters: readonly MemberId[]): boolean {
  return inviters.includes(newcomerId);
}

/** What an inviter may still be paid. */
export interface Allowance {
  readonly points: number;
  /** Referrals that are paid on a day and in a month. */
  readonly perDay: number;
  readonly perMonth: number;
  /** Those that were paid on the day and in its month. */
  readonly today: number;
  readonly thisMonth: number;
}

/** Beyond the limits a referral still counts, and pays nothing. */
export function payFor({ points, perDay, perMonth, today, thisMonth }: Allowance): number {
  return today < perDay && thisMonth < perMonth ? points : 0;
}
