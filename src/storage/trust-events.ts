/**
 * What speaks for and against somebody's trust. Where rows tell it already they are read as they are, so that what is undone there
 * is undone here; the rest is written down.
 */

import type { AccountId, MemberId } from '../domain/ids.js';
import { type RecordedTrustKind, TRUST_REACHES_BACK_MS, type TrustEvent } from '../domain/trust.js';
import type { Tx } from './database.js';

export interface NewTrustEvent {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly kind: RecordedTrustKind;
  /** What it is about, as `question:12`: each once for each kind. */
  readonly ref: string;
  readonly at: number;
}

/** False when it was written down before. */
export async function appendTrustEvent(tx: Tx, event: NewTrustEvent): Promise<boolean> {
  const { accountId, memberId, kind, ref, at } = event;
  const result = await tx
    .insertInto('trust_event')
    .values({ account_id: accountId, member_id: memberId, kind, ref, at })
    .onConflict((conflict) => conflict.columns(['member_id', 'kind', 'ref']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** More check-ins than these add nothing that shows. */
const MOST_CHECK_INS = 400;

/** Check-ins, orders and accepted feedback as they stand, offences that stand, and what was written down; in no order. */
export async function listTrustEvents(tx: Tx, memberId: MemberId, now: number): Promise<readonly TrustEvent[]> {
  const since = now - TRUST_REACHES_BACK_MS;
  const parts = [listCheckInEvents, listOrderEvents, listFeedbackEvents, listOffenceEvents, listRecorded];
  const found: TrustEvent[] = [];
  for (const list of parts) found.push(...(await list(tx, memberId, since)));
  return found;
}

/** The latest of each room, along the chain in which they hang. */
async function listCheckInEvents(tx: Tx, memberId: MemberId, since: number): Promise<TrustEvent[]> {
  const rows = await tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership')
        .innerJoin('check_in', 'check_in.id', 'membership.last_check_in_id')
        .select(['check_in.previous_id', 'check_in.at'])
        .where('membership.member_id', '=', memberId)
        .unionAll(
          db
            .selectFrom('chain')
            .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
            .select(['one.previous_id', 'one.at']),
        ),
    )
    .selectFrom('chain')
    .select('at')
    .where('at', '>', since)
    .limit(MOST_CHECK_INS)
    .execute();
  return rows.map(({ at }) => ({ kind: 'check-in', at }));
}

async function listOrderEvents(tx: Tx, memberId: MemberId, since: number): Promise<TrustEvent[]> {
  const rows = await tx
    .selectFrom('sales_order')
    .select('paid_at as at')
    .where('member_id', '=', memberId)
    .where('state', '=', 'paid')
    .where('paid_at', '>', since)
    .execute();
  return rows.flatMap(({ at }) => (at === null ? [] : [{ kind: 'paid' as const, at }]));
}

async function listFeedbackEvents(tx: Tx, memberId: MemberId, since: number): Promise<TrustEvent[]> {
  const rows = await tx
    .selectFrom('ticket')
    .select('closed_at as at')
    .where('member_id', '=', memberId)
    .where('kind', '=', 'feedback')
    .where('outcome', '=', 'accepted')
    .where('closed_at', '>', since)
    .execute();
  return rows.flatMap(({ at }) => (at === null ? [] : [{ kind: 'feedback-accepted' as const, at }]));
}

async function listOffenceEvents(tx: Tx, memberId: MemberId, since: number): Promise<TrustEvent[]> {
  const rows = await tx
    .selectFrom('offence')
    .select(['verdict', 'at'])
    .where('member_id', '=', memberId)
    .where('at', '>', since)
    .where('escalates', '=', 1)
    .where('voided_at', 'is', null)
    .execute();
  return rows.map(({ verdict, at }) => ({ kind: verdict === 'warn' ? 'warned' : 'hidden', at }));
}

async function listRecorded(tx: Tx, memberId: MemberId, since: number): Promise<TrustEvent[]> {
  return tx
    .selectFrom('trust_event')
    .select(['kind', 'at'])
    .where('member_id', '=', memberId)
    .where('at', '>', since)
    .execute();
}
