/** What has to be confirmed before it is done, by whom, and until when (product rules, section 11). */

import { accept, type Decision, refuse } from './decision.js';
import type { MemberId, RoomId } from './ids.js';

/** Up to so many people nobody is asked, and up to so many the one who gave the command is enough. */
const UNASKED_PEOPLE = 10;
const ALONE_PEOPLE = 50;
export const CONFIRM_WITHIN_MS = 60_000;
export const SECOND_WITHIN_MS = 10 * 60_000;

/** What would be done, and to how many. */
export interface Impact {
  /** What would be done, in a few words, as copy writes them. */
  readonly what: string;
  readonly people: number;
  /** Of those who are touched; the first five are shown. */
  readonly names: readonly string[];
  /** What cannot be undone, in a few words; absent where all of it can. */
  readonly loses?: string;
  /** Removal, clearing, deletion, a broadcast, a mention of everybody: confirmed whatever the number. */
  readonly grave?: boolean;
  /** Money is at stake: a second manager confirms too. */
  readonly money?: boolean;
}

/**
 * `own`: by the one who gave the command. `second`: then by somebody else who might have given it. `again`: a second time
 * by the same one, since there is nobody else.
 */
export type ConfirmationNeeds = 'own' | 'second' | 'again';

export function confirmationFor({ people, grave, money }: Impact): 'own' | 'second' | undefined {
  if (people > ALONE_PEOPLE || money === true) return 'second';
  return people > UNASKED_PEOPLE || grave === true ? 'own' : undefined;
}

export interface PendingConfirmation {
  readonly memberId: MemberId;
  /** The room in which the command was given; null for a private chat. */
  readonly chatRoomId: RoomId | null;
  readonly needs: ConfirmationNeeds;
  readonly expiresAt: number;
  readonly firstConfirmedAt: number | null;
}

export interface Confirmer {
  readonly memberId: MemberId;
  readonly chatRoomId: RoomId | null;
  /** Whether it is said where no members read along. */
  readonly amongStaff: boolean;
  /** Whether this person may give that command there. */
  readonly mayGive: boolean;
  readonly now: number;
}

/** `go`: it is done now. `next`: one more confirmation is needed. */
export function decideConfirmation(
  pending: PendingConfirmation | undefined,
  confirmer: Confirmer,
): Decision<'go' | 'next'> {
  if (pending === undefined) return refuse({ code: 'confirm.unknown' });
  if (confirmer.now > pending.expiresAt) return refuse({ code: 'confirm.expired' });
  if (pending.needs === 'second' && pending.firstConfirmedAt !== null) return decideSecond(pending, confirmer);
  // What was theirs to order may have been lent, and be over by now.
  if (confirmer.memberId !== pending.memberId || !confirmer.mayGive) return refuse({ code: 'confirm.not_yours' });
  if (confirmer.chatRoomId !== pending.chatRoomId) return refuse({ code: 'confirm.elsewhere' });
  return accept(pending.needs === 'second' ? 'next' : 'go');
}

function decideSecond(pending: PendingConfirmation, confirmer: Confirmer): Decision<'go'> {
  if (confirmer.memberId === pending.memberId) return refuse({ code: 'confirm.needs_other' });
  if (!confirmer.mayGive) return refuse({ code: 'confirm.not_yours' });
  const isPlace = confirmer.amongStaff || confirmer.chatRoomId === pending.chatRoomId;
  return isPlace ? accept('go') : refuse({ code: 'confirm.elsewhere' });
}

/** What people are told about a confirmation. */
export type ConfirmationNews =
  | {
      readonly type: 'asked';
      readonly code: string;
      readonly impact: Impact;
      readonly needs: ConfirmationNeeds;
      /** True where only what is addressed to the bot is heard. */
      readonly addressed: boolean;
      /** True when it was confirmed before, and would now touch others. */
      readonly anew: boolean;
    }
  /** To the one who confirmed first: somebody else is waited for. */
  | { readonly type: 'second-awaited'; readonly code: string; readonly toldStaff: boolean }
  /** To the staff rooms. */
  | { readonly type: 'second-wanted'; readonly code: string; readonly impact: Impact; readonly asker: string }
  /** There is nobody else. */
  | { readonly type: 'alone'; readonly code: string }
  /** To whoever confirmed as the second, in another chat than the answer. */
  | { readonly type: 'done-elsewhere' };
