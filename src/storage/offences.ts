/** What broke rules: appended when it happens, voided when it was a mistake, never taken away. Voided ones count nowhere. */

import type { AccountId, MemberId, OffenceId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { OffenceKind, Verdict, VoidReason } from '../domain/moderation/rule.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface Offence {
  readonly id: OffenceId;
  readonly accountId: AccountId;
  readonly roomId: RoomId;
  readonly memberId: MemberId;
  readonly at: number;
  readonly kind: OffenceKind;
  readonly signs: readonly string[];
  /** The line, or the reason that was given; null once it is forgotten. */
  readonly content: string | null;
  readonly verdict: Verdict;
  readonly givenBy: MemberId | null;
  readonly appealedAt: number | null;
  readonly appealDeniedAt: number | null;
  readonly voidedAt: number | null;
  readonly voidReason: VoidReason | null;
}

/** With the name that is used in its room. */
export type NamedOffence = Offence & { readonly name: string };

export interface NewOffence extends Pick<Offence, 'accountId' | 'roomId' | 'memberId' | 'at' | 'kind' | 'verdict'> {
  readonly messageId?: string;
  readonly day: LocalDay;
  readonly signs: readonly string[];
  readonly content: string;
  /** False where the room's rule only reminds. */
  readonly counts: boolean;
  readonly givenBy?: MemberId;
}

const COLUMNS = [
  'offence.id',
  'offence.account_id as accountId',
  'offence.room_id as roomId',
  'offence.member_id as memberId',
  'offence.at',
  'offence.kind',
  'offence.signs',
  'offence.content',
  'offence.verdict',
  'offence.given_by as givenBy',
  'offence.appealed_at as appealedAt',
  'offence.appeal_denied_at as appealDeniedAt',
  'offence.voided_at as voidedAt',
  'offence.void_reason as voidReason',
] as const;

const LONGEST_CONTENT = 500;

/** Undefined when the message was an offence before. */
export async function appendOffence(tx: Tx, offence: NewOffence): Promise<OffenceId | undefined> {
  const { accountId, roomId, memberId, at, kind, verdict, messageId, day, signs, content, counts, givenBy } = offence;
  const row = await tx
    .insertInto('offence')
    .values({
      account_id: accountId,
      room_id: roomId,
      member_id: memberId,
      message_id: messageId ?? null,
      day,
      at,
      kind,
      signs: cleanText(JSON.stringify(signs)),
      content: cleanText([...content].slice(0, LONGEST_CONTENT).join('')),
      verdict,
      escalates: counts ? 1 : 0,
      given_by: givenBy ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

function named(tx: Tx) {
  return tx
    .selectFrom('offence')
    .innerJoin('member', 'member.id', 'offence.member_id')
    .leftJoin('membership', (join) =>
      join.onRef('membership.room_id', '=', 'offence.room_id').onRef('membership.member_id', '=', 'offence.member_id'),
    )
    .select(COLUMNS)
    .select((eb) => eb.fn.coalesce('membership.name', 'member.name').as('name'));
}

function toOffence<Row extends { signs: string }>(row: Row): Omit<Row, 'signs'> & { signs: readonly string[] } {
  return { ...row, signs: JSON.parse(row.signs) as string[] };
}

export async function findOffence(tx: Tx, accountId: AccountId, id: OffenceId): Promise<NamedOffence | undefined> {
  const row = await named(tx)
    .where('offence.id', '=', id)
    .where('offence.account_id', '=', accountId)
    .executeTakeFirst();
  return row && toOffence(row);
}

/** The latest first, voided ones too. */
export async function listOffencesOf(
  tx: Tx,
  { roomId, memberId }: { readonly roomId: RoomId; readonly memberId: MemberId },
  limit: number,
): Promise<readonly NamedOffence[]> {
  const query = named(tx).where('offence.member_id', '=', memberId).where('offence.room_id', '=', roomId);
  return (await query.orderBy('offence.at', 'desc').orderBy('offence.id', 'desc').limit(limit).execute()).map(
    toOffence,
  );
}

/** The latest of the room first, voided ones too. */
export async function listLatestOffences(tx: Tx, roomId: RoomId, limit: number): Promise<readonly NamedOffence[]> {
  const query = named(tx).where('offence.room_id', '=', roomId);
  return (await query.orderBy('offence.day', 'desc').orderBy('offence.id', 'desc').limit(limit).execute()).map(
    toOffence,
  );
}

/** The one that a member may appeal against: their latest that stands and was not appealed against, in any room of the account. */
export async function findAppealable(
  tx: Tx,
  { accountId, memberId }: { readonly accountId: AccountId; readonly memberId: MemberId },
  since: number,
): Promise<NamedOffence | undefined> {
  const row = await named(tx)
    .where('offence.member_id', '=', memberId)
    .where('offence.account_id', '=', accountId)
    .where('offence.at', '>', since)
    .where('offence.voided_at', 'is', null)
    .orderBy('offence.at', 'desc')
    .orderBy('offence.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toOffence(row);
}
