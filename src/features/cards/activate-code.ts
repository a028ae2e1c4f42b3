/** Turns a code into a card: once, whoever is faster. Whoever guesses learns nothing, and is looked at ever more seldom. */

import type { MemberId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { afterWrongCode, isLocked } from '../../domain/redeem-code.js';
import { type Paid, payOrder } from '../../kit/orders.js';
import type { Work } from '../../kit/work.js';
import { type CardCodeBatch, saveCodeOrder, takeCardCode } from '../../storage/card-codes.js';
import { findCodeTries, saveCodeTries } from '../../storage/code-tries.js';
import { appendOrder } from '../../storage/orders.js';
import { hashCardCode } from './card-code.js';

export interface Activation {
  readonly memberId: MemberId;
  readonly code: string;
  readonly today: LocalDay;
}

/** Undefined where it is no code, was used, is kept for another, holds no longer, or is not even looked at. */
export async function activateCode(work: Work, { memberId, code, today }: Activation): Promise<Paid | undefined> {
  const { tx, now, account } = work;
  const tries = await findCodeTries(tx, account.id, memberId);
  if (isLocked(tries, now)) return undefined;
  const hash = hashCardCode(code);
  const batch = hash === undefined ? undefined : await takeCardCode(tx, account.id, { hash, memberId, today, at: now });
  if (hash !== undefined && batch !== undefined) return openCard(work, { hash, batch, memberId, today });
  await saveCodeTries(tx, account.id, memberId, afterWrongCode(tries, now));
  return undefined;
}

interface Opening extends Omit<Activation, 'code'> {
  readonly hash: string;
  readonly batch: CardCodeBatch;
}

async function openCard(work: Work, { hash, batch, memberId, today }: Opening): Promise<Paid> {
  const { tx, now, account } = work;
  const { courseId, kind } = batch;
  const given = { amount: 0, credit: 0, source: 'code', number: null, note: null, by: null, roomId: null } as const;
  const id = await appendOrder(tx, account.id, { memberId, courseId, kind, ...given }, now);
  if (id === undefined) throw new Error('An order without a number is never there already.');
  await saveCodeOrder(tx, hash, id);
  return payOrder(work, id, { day: today, at: now, by: null, transactionId: null });
}
