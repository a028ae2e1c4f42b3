/** A ticket waits for staff: it closes with an outcome, and its author is told. */

import * as copy from '../../../copy/zh-cn/tickets.js';
import type { OutboxId, TicketId } from '../../../domain/ids.js';
import { LONGEST_OUTCOME, type TicketOutcome } from '../../../domain/ticket.js';
import type { Json } from '../../../kit/changes.js';
import type { UndoWork } from '../../../kit/command.js';
import { takeBackPrivately } from '../../../kit/private-message.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { defineTodo, type TodoOption, type TodoWork } from '../../../kit/todo.js';
import { readMember } from '../../../storage/members.js';
import { readRoom } from '../../../storage/rooms.js';
import { findTicket, markTicketClosed } from '../../../storage/tickets.js';
import { remindLater } from '../keepers/overdue.js';
import { PLEASE_TELL, refOf, TICKET, type TicketData } from '../kinds.js';
import { tellAuthor, tellOtherwise } from '../tell-author.js';

/** What rows do not hold: the words that were said. */
interface Noted {
  readonly ticketId: TicketId;
  readonly told: OutboxId | null;
}

export const ticketTodo = defineTodo({
  kind: TICKET,

  describe({ todo, name, topic }) {
    const { kind, text } = JSON.parse(todo.data) as TicketData;
    return copy.ticketLine({ kind, text, name, topic });
  },

  options: [closingWith('accepted'), closingWith('done'), closingWith('declined')],
});

function closingWith(outcome: TicketOutcome): TodoOption {
  return {
    word: copy.choices[outcome],
    text: { label: copy.labels.said, max: LONGEST_OUTCOME },
    effect: 'undoable',
    run: (work) => close(work, outcome),
    undo: reopen,
  };
}

async function close(work: TodoWork, outcome: TicketOutcome): Promise<string> {
  const { tx, now, account, speaker, todo, text, changes } = work;
  if (outcome === 'declined' && text === '') throw new RefusedError({ code: 'ticket.needs_reason', number: todo.id });
  const { ticketId: id } = JSON.parse(todo.data) as TicketData;
  await changes.watch('ticket', { id }, ['outcome', 'outcome_text', 'closed_at', 'closed_by']);
  await changes.watch('todo', { account_id: account.id, kind: PLEASE_TELL, ref: refOf(id) });
  const ticket = present(await findTicket(tx, account.id, id), { code: 'todo.unknown', number: todo.id });
  if (ticket.outcome !== null) throw new RefusedError({ code: 'ticket.closed' });
  const said = text === '' ? null : text;
  await markTicketClosed(tx, id, { outcome, text: said, by: speaker.id, at: now });
  const author = await readMember(tx, ticket.memberId);
  const told = await tellAuthor(work, ticket, author, { kind: ticket.kind, text: ticket.text, outcome, said });
  changes.note({ ticketId: id, told: told.outboxId ?? null });
  return copy.closed(author.name, told.room?.topic ?? '', outcome, told.how);
}

/** Its row is open again. Whoever has read the outcome is told that it does not hold. */
async function reopen(work: UndoWork, noted: Json): Promise<void> {
  const { tx, account } = work;
  const { ticketId, told } = noted as unknown as Noted;
  const ticket = await findTicket(tx, account.id, ticketId);
  if (ticket === undefined) return;
  if (ticket.remindedAt === null) {
    const room = ticket.roomId === null ? undefined : await readRoom(tx, ticket.roomId);
    await remindLater(work, room, ticket);
  }
  if (told === null || (await takeBackPrivately(work, told, 'undone'))) return;
  await tellOtherwise(work, ticket, await readMember(tx, ticket.memberId));
}
