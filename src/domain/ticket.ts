/**
 * Tickets: what members tell the team, and when somebody has to have answered (product rules, section 9). None closes
 * without an outcome, and its author is told.
 */

import { accept, type Decision, refuse } from './decision.js';
import { oneLine } from './display-name.js';
import { addDays } from './local-day.js';
import { instantOf, localMomentOf } from './local-time.js';
import { isWaking, WAKING_HOURS } from './room.js';

/** The graver one first: a complaint goes ahead of all else that waits for staff. */
export type TicketKind = 'complaint' | 'feedback';

export type TicketOutcome = 'accepted' | 'done' | 'declined';

/** In characters. */
const LONGEST_TICKET = 300;
export const LONGEST_OUTCOME = 200;
/** Of one kind and one member, at once. */
const MOST_OPEN_TICKETS = 5;

const HOUR_MS = 60 * 60_000;
const FEEDBACK_WITHIN_HOURS = 24;
/** While people are awake. */
const COMPLAINT_WITHIN_HOURS = 4;

/** The text as it is kept: one line. `openTickets`: of the same kind and member. */
export function decideTicket(given: string, openTickets: number): Decision<string> {
  const text = oneLine(given.replace(/\s+/gu, ' '));
  if (text === '') return refuse({ code: 'ticket.empty' });
  if ([...text].length > LONGEST_TICKET) return refuse({ code: 'ticket.too_long', max: LONGEST_TICKET });
  if (openTickets >= MOST_OPEN_TICKETS) return refuse({ code: 'ticket.too_many', max: MOST_OPEN_TICKETS });
  return accept(text);
}

/** The instant at which staff are reminded of it, if it is open still. */
export function overdueAt(kind: TicketKind, openedAt: number, zone: string): number {
  if (kind === 'feedback') return openedAt + FEEDBACK_WITHIN_HOURS * HOUR_MS;
  return afterWaking(openedAt, COMPLAINT_WITHIN_HOURS * HOUR_MS, zone);
}

/** When so much of waking hours has passed. */
function afterWaking(from: number, length: number, zone: string): number {
  const { day, minute } = localMomentOf(from, zone);
  if (!isWaking(minute)) {
    const morning = minute < WAKING_HOURS.from ? day : addDays(day, 1);
    return afterWaking(instantOf(morning, WAKING_HOURS.from, zone), length, zone);
  }
  const left = instantOf(day, WAKING_HOURS.until, zone) - from;
  if (length < left) return from + length;
  return afterWaking(instantOf(addDays(day, 1), WAKING_HOURS.from, zone), length - left, zone);
}
