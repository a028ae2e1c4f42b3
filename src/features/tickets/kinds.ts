/** Kinds of to-dos about tickets, what they hold, and what a to-do about a ticket is called. */

import type { ToldOutcome } from '../../copy/zh-cn/tickets.js';
import type { TicketId } from '../../domain/ids.js';
import type { TicketKind } from '../../domain/ticket.js';

/** Staff say what becomes of it. */
export const TICKET = 'ticket';
/** The bot cannot reach its author: a person tells the outcome. */
export const PLEASE_TELL = 'ticket-tell';

export interface TicketData {
  readonly ticketId: TicketId;
  readonly kind: TicketKind;
  readonly text: string;
}

/** Of the other kind. */
export type OutcomeData = ToldOutcome;

export function refOf(id: TicketId): string {
  return `ticket:${id}`;
}
