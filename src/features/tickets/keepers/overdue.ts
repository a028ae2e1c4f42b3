/** Staff are reminded once of a ticket that nobody has answered in good time. */

import type { TicketId } from '../../../domain/ids.js';
import { DEFAULT_SETTINGS } from '../../../domain/room.js';
import { overdueAt } from '../../../domain/ticket.js';
import { type AppointmentKeeper, makeAppointment } from '../../../kit/appointment.js';
import type { RoomWork, Work } from '../../../kit/work.js';
import { readMember } from '../../../storage/members.js';
import { listRoomsOfKind, type Room } from '../../../storage/rooms.js';
import { findTicket, markTicketReminded, type Ticket } from '../../../storage/tickets.js';
import { findOpenTodo } from '../../../storage/todos.js';
import { refOf, TICKET } from '../kinds.js';
import { tellOverdue } from '../merged-replies/overdue-tickets.js';

const KIND = 'ticket-overdue';
const HOUR_MS = 60 * 60_000;

export const overdue: AppointmentKeeper = { kind: KIND, keep: (work, id) => remind(work, id as TicketId) };

/** A ticket of no room is the first staff room's; where there is none either, nobody could be reminded. */
export async function remindLater(
  work: Work,
  room: Room | undefined,
  { id, kind, openedAt }: Pick<Ticket, 'id' | 'kind' | 'openedAt'>,
): Promise<void> {
  const keeping = room ?? (await listRoomsOfKind(work.tx, work.account.id, 'staff'))[0];
  if (keeping === undefined) return;
  const zone = room?.settings.zone ?? DEFAULT_SETTINGS.zone;
  await makeAppointment(work, keeping, { kind: KIND, subjectId: id, at: overdueAt(kind, openedAt, zone) });
}

async function remind(work: RoomWork, id: TicketId): Promise<void> {
  const { tx, now, account } = work;
  const ticket = await findTicket(tx, account.id, id);
  const todo = await findOpenTodo(tx, account.id, TICKET, refOf(id));
  if (ticket === undefined || todo === undefined || ticket.remindedAt !== null) return;
  await markTicketReminded(tx, id, now);
  const { kind, memberId, openedAt } = ticket;
  const { name } = await readMember(tx, memberId);
  await tellOverdue(work, { todo: todo.id, kind, name, hours: Math.floor((now - openedAt) / HOUR_MS) });
}
