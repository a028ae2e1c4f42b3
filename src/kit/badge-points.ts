/** What a badge pays, where the room pays for badges: once for each time that it is held. */

import type { BadgeGrantId, MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from '../storage/database.js';
import { findBooked } from '../storage/points-ledger.js';
import { bookPoints, reversePoints } from './points.js';

export interface BadgePayment {
  readonly id: BadgeGrantId;
  readonly day: LocalDay;
  readonly amount: number;
}

/** Resolves to whether anything was booked. */
export async function payForBadge(tx: Tx, key: MembershipKey, payment: BadgePayment, now: number): Promise<boolean> {
  const { day, amount } = payment;
  if (amount === 0) return false;
  const ref = await findRef(tx, key, payment.id);
  return (await bookPoints(tx, key, { reason: 'badge', ref, amount, day }, now)).added;
}

/** Whatever was paid then, though the room may pay another amount by now. */
export async function takeBackPayment(
  tx: Tx,
  key: MembershipKey,
  { id, day }: BadgePayment,
  now: number,
): Promise<boolean> {
  const ref = await findRef(tx, key, id);
  return (await reversePoints(tx, key, { reason: 'badge', ref, day }, now)).added;
}

/** The first that has not been taken back. */
async function findRef(tx: Tx, key: MembershipKey, id: BadgeGrantId): Promise<string> {
  for (let time = 1; ; time++) {
    const ref = time === 1 ? `badge:${id}` : `badge:${id}/${time}`;
    if ((await findBooked(tx, key, { reason: 'reversal', ref: `badge ${ref}` })) === undefined) return ref;
  }
}
