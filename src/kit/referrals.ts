/** Referrals as others meet them: one that was paid, and turns out to be none, is told to a person. */

import type { ReferralId } from '../domain/ids.js';
import type { VoidReason } from '../domain/referral.js';
import { readMember } from '../storage/members.js';
import type { Referral } from '../storage/referrals.js';
import { readRoom } from '../storage/rooms.js';
import { openTodo } from './todo.js';
import type { Work } from './work.js';

/** The to-do of a referral that should not have paid. */
export const UNEARNED = 'referral-unearned';

export function unearnedRef(id: ReferralId): string {
  return `referral:${id}`;
}

export interface Unearned {
  readonly referral: ReferralId;
  /** How the one is called who was brought. */
  readonly newcomer: string;
  readonly points: number;
  readonly reason: VoidReason;
}

export async function tellUnearned(work: Work, referral: Referral, reason: VoidReason): Promise<void> {
  const { id, inviterId, newcomerId, roomId, points } = referral;
  const room = roomId === null ? undefined : await readRoom(work.tx, roomId);
  const newcomer = (await readMember(work.tx, newcomerId)).name;
  const data: Unearned = { referral: id, newcomer, points, reason };
  await openTodo(work, { kind: UNEARNED, ref: unearnedRef(id), room, memberId: inviterId, data: { ...data } });
}
