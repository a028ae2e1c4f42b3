/** Tickets: appended when somebody tells the team something, closed once with an outcome. */

import { type RawBuilder, sql } from 'kysely';
import type { AccountId, MemberId, RoomId, TicketId } from '../domain/ids.js';
import type { TicketKind, TicketOutcome } from '../domain/ticket.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface Ticket {
  readonly id: TicketId;
  readonly kind: TicketKind;
  readonly memberId: MemberId;
  /** Null where it is of no room. */
  readonly roomId: RoomId | null;
  /** Others have read it. */
  readonly inPublic: boolean;
  /** Null once it is forgotten. */
  readonly text: string | null;
  readonly openedAt: number;
  readonly remindedAt: number | null;
  /** Null while it is open. */
  readonly outcome: TicketOutcome | null;
  readonly outcomeText: string | null;
}

export interface NewTicket extends Pick<Ticket, 'kind' | 'memberId' | 'roomId' | 'inPublic'> {
  readonly accountId: AccountId;
  readonly text: string;
  readonly at: number;
}

const COLUMNS = [
  'id',
  'kind',
  'member_id as memberId',
  'room_id as roomId',
  'in_public',
  'text',
  'opened_at as openedAt',
  'reminded_at as remindedAt',
  'outcome',
  'outcome_text as outcomeText',
] as const;

export async function appendTicket(tx: Tx, ticket: NewTicket): Promise<TicketId> {
  const { accountId, kind, memberId, roomId, inPublic, text, at } = ticket;
  const row = await tx
    .insertInto('ticket')
    .values({
      account_id: accountId,
      kind,
      member_id: memberId,
      room_id: roomId,
      in_public: inPublic ? 1 : 0,
      text: cleanText(text),
      opened_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function countOpenTickets(
  tx: Tx,
  { accountId, memberId, kind }: Pick<NewTicket, 'accountId' | 'memberId' | 'kind'>,
): Promise<number> {
  const row = await tx
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function findTicket(tx: Tx, accountId: AccountId, id: TicketId): Promise<Ticket | undefined> {
  const query = tx.selectFrom('ticket').select(COLUMNS).where('id', '=', id).where('account_id', '=', accountId);
  const row = await query.executeTakeFirst();
  return row && toTicket(row);
}

/** The latest first. */
export async function listTicketsOf(
  tx: Tx,
  { accountId, memberId }: { readonly accountId: AccountId; readonly memberId: MemberId },
  limit: number,
): Promise<readonly Ticket[]> {
  const rows = await tx
    .selectFrom('ticket')
    .select(COLUMNS)
    .where('member_id', '=', memberId)
    .where('account_id', '=', accountId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toTicket);
}

function toTicket<Row extends { in_public: 0 | 1 }>({ in_public: inPublic, ...row }: Row) {
  return { ...row, inPublic: inPublic === 1 };
}

export interface ClosedTicket {
  readonly outcome: TicketOutcome;
  /** Null where nothing was said to it. */
  readonly text: string | null;
  readonly by: MemberId;
  readonly at: number;
}

export async function markTicketClosed(tx: Tx, id: TicketId, { outcome, text, by, at }: ClosedTicket): Promise<void> {
  const said = text === null ? null : cleanText(text);
  await tx
    .updateTable('ticket')
    .set({ outcome, outcome_text: said, closed_by: by, closed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function markTicketReminded(tx: Tx, id: TicketId, at: number): Promise<void> {
  await tx.updateTable('ticket').set({ reminded_at: at }).where('id', '=', id).execute();
}

/** What is open is needed, however old it is. */
export function forgetTicketTexts(before: number, limit: number): RawBuilder<unknown> {
  return sql`update ticket set text = null, outcome_text = null where id in
    (select id from ticket where text is not null and closed_at < ${before} limit ${sql.lit(limit)})`;
}
