/** Takes what somebody tells the team: a row, a to-do for staff, and the instant at which they are reminded of it. */

import { runsCourse } from '../../domain/room.js';
import { decideTicket, type TicketKind } from '../../domain/ticket.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import { orRefuse } from '../../kit/refused-error.js';
import { openTodo } from '../../kit/todo.js';
import type { ChatWork } from '../../kit/work.js';
import type { Room } from '../../storage/rooms.js';
import { appendTicket, countOpenTickets } from '../../storage/tickets.js';
import { remindLater } from './keepers/overdue.js';
import { refOf, TICKET, type TicketData } from './kinds.js';

export async function takeTicket(work: ChatWork, kind: TicketKind, given: string): Promise<void> {
  const { tx, now, account, speaker, chatRoom } = work;
  const whose = { accountId: account.id, memberId: speaker.id, kind };
  const text = orRefuse(decideTicket(given, await countOpenTickets(tx, whose)));
  const room = await roomOf(work);
  const inPublic = chatRoom !== undefined;
  const ticketId = await appendTicket(tx, { ...whose, roomId: room?.id ?? null, inPublic, text, at: now });
  const data: TicketData = { ticketId, kind, text };
  const ref = refOf(ticketId);
  await openTodo(work, {
    kind: TICKET,
    ref,
    room,
    memberId: speaker.id,
    data: { ...data },
    urgent: kind === 'complaint',
  });
  await remindLater(work, room, { id: ticketId, kind, openedAt: now });
}

/** Said in private it is about the one room that somebody is in, or else about none. */
async function roomOf({ tx, chatRoom, speaker }: ChatWork): Promise<Room | undefined> {
  if (chatRoom !== undefined && runsCourse(chatRoom.kind)) return chatRoom;
  const [only, second] = await listCourseRoomsOf(tx, speaker.id);
  return second === undefined ? only : undefined;
}
