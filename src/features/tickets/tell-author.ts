/**
 * Tells somebody what became of their ticket: in private where the bot may write; else in a room, openly if it was said
 * openly there and is no complaint, or as a hint to look in private; else a person has to.
 */

import * as copy from '../../copy/zh-cn/tickets.js';
import type { OutboxId } from '../../domain/ids.js';
import { sayOrdered } from '../../kit/announce.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import { tellPrivately } from '../../kit/private-message.js';
import { earliestWaking } from '../../kit/started-messages.js';
import { openTodo } from '../../kit/todo.js';
import type { Work } from '../../kit/work.js';
import type { Member } from '../../storage/members.js';
import type { Room } from '../../storage/rooms.js';
import type { Ticket } from '../../storage/tickets.js';
import { type OutcomeData, PLEASE_TELL, refOf } from './kinds.js';

/** The outbox kind. */
const KIND = 'ticket-outcome';
const LIFETIME_MS = 7 * 86_400_000;

export interface Told {
  readonly how: copy.ToldHow;
  /** Where it was said, if in a room. */
  readonly room?: Room;
  /** Absent where a person is asked to. */
  readonly outboxId?: OutboxId;
}

export async function tellAuthor(work: Work, ticket: Ticket, author: Member, outcome: OutcomeData): Promise<Told> {
  const body = copy.outcomeInPrivate(outcome);
  const expiresAt = work.now + LIFETIME_MS;
  const outboxId = await tellPrivately(work, author.id, { kind: KIND, body, expiresAt });
  if (outboxId !== undefined) return { how: 'private', outboxId };
  const room = await roomFor(work, ticket);
  if (room === undefined) return askToTell(work, ticket, author, outcome);
  const isOpen = ticket.inPublic && ticket.kind !== 'complaint' && room.id === ticket.roomId;
  const line = isOpen ? copy.outcomeInRoom(author.name, outcome) : copy.answerWaits(author.name);
  return { how: isOpen ? 'room' : 'pointer', room, outboxId: await sayTo(work, room, author, line) };
}

/** What was said is not so any more. */
export async function tellOtherwise(work: Work, ticket: Ticket, author: Member): Promise<void> {
  const room = await roomFor(work, ticket);
  if (room) await sayTo(work, room, author, copy.outcomeWithdrawn(author.name));
}

/** Where they are: its own room first. */
async function roomFor({ tx }: Work, { roomId, memberId }: Ticket): Promise<Room | undefined> {
  const rooms = await listCourseRoomsOf(tx, memberId);
  return rooms.find(({ id }) => id === roomId) ?? rooms[0];
}

function sayTo(work: Work, room: Room, { id }: Member, body: string): Promise<OutboxId> {
  const notBefore = earliestWaking(room.settings, work.now);
  return sayOrdered(work, room, { kind: KIND, body, mentions: [id], notBefore });
}

async function askToTell(work: Work, ticket: Ticket, { id: memberId }: Member, data: OutcomeData): Promise<Told> {
  await openTodo(work, { kind: PLEASE_TELL, ref: refOf(ticket.id), memberId, data: { ...data } });
  return { how: 'by-hand' };
}
