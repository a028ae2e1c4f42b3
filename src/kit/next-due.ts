/** When the next thing falls due that nobody has to ask for: a post, or an appointment. */

import type { AccountId } from '../domain/ids.js';
import { findNextAppointmentAt } from '../storage/appointments.js';
import type { Tx } from '../storage/database.js';
import { findAccountsNextDueAt, findNextDueAt } from '../storage/schedules.js';

/** Of one account, or of all; undefined when there is nothing. */
export async function nextDueAt(tx: Tx, accountId?: AccountId): Promise<number | undefined> {
  const post = accountId === undefined ? await findNextDueAt(tx) : await findAccountsNextDueAt(tx, accountId);
  const appointment = await findNextAppointmentAt(tx, accountId);
  return post === undefined || appointment === undefined ? (post ?? appointment) : Math.min(post, appointment);
}
