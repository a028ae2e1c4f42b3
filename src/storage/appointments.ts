/** Appointments: what is to happen for a subject at an instant, once. Kept in the transaction that takes the row away. */

import type { ExpressionBuilder } from 'kysely';
import type { AccountId, RoomId } from '../domain/ids.js';
import type { RoomKind } from '../domain/room.js';
import type { Tx } from './database.js';
import { claimRows } from './lock.js';
import type { Schema } from './schema.js';
import { defineStatement } from './statement.js';

export interface Appointment {
  /** Of the handler that keeps it. */
  readonly kind: string;
  readonly subjectId: number;
  readonly roomId: RoomId;
  readonly accountId: AccountId;
  readonly dueAt: number;
  /** How often it failed so far. */
  readonly attempts: number;
}

/** Inserts or replaces. */
export async function saveAppointment(tx: Tx, appointment: Appointment): Promise<void> {
  const { kind, subjectId, roomId, accountId, dueAt, attempts } = appointment;
  await save.run(tx, { kind, subjectId, roomId, accountId, dueAt, attempts });
}

const save = defineStatement((tx, p: Appointment) => {
  const values = { room_id: p.roomId, account_id: p.accountId, due_at: p.dueAt, attempts: p.attempts };
  return tx
    .insertInto('appointment')
    .values({ kind: p.kind, subject_id: p.subjectId, ...values })
    .onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doUpdateSet(values));
});

/** One that is there is due then, as if it had never failed. */
export async function moveAppointment(tx: Tx, kind: string, subjectId: number, dueAt: number): Promise<void> {
  await move.run(tx, { kind, subjectId, dueAt });
}

const move = defineStatement((tx, p: Pick<Appointment, 'kind' | 'subjectId' | 'dueAt'>) =>
  tx
    .updateTable('appointment')
    .set({ due_at: p.dueAt, attempts: 0 })
    .where('kind', '=', p.kind)
    .where('subject_id', '=', p.subjectId),
);

/** Leaves one that is there as it is. */
export async function saveMissingAppointment(tx: Tx, appointment: Appointment): Promise<void> {
  const { kind, subjectId, roomId, accountId, dueAt, attempts } = appointment;
  await tx
    .insertInto('appointment')
    .values({ kind, subject_id: subjectId, room_id: roomId, account_id: accountId, due_at: dueAt, attempts })
    .onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doNothing())
    .execute();
}

/** One of the kind for each registered room that has none, with the room as its subject. */
export async function appendMissingAppointments(
  tx: Tx,
  missing: Pick<Appointment, 'kind' | 'accountId' | 'dueAt'> & { readonly rooms: readonly RoomKind[] },
): Promise<void> {
  const { kind, accountId, dueAt, rooms } = missing;
  await tx
    .insertInto('appointment')
    .columns(['kind', 'subject_id', 'room_id', 'account_id', 'due_at'])
    .expression((eb) =>
      eb
        .selectFrom('room')
        .select((room) => [room.val(kind).as('kind'), 'room.id as subject_id', 'room.id as room_id'])
        .select((room) => ['room.account_id', room.val(dueAt).as('due_at')])
        .where('room.account_id', '=', accountId)
        .where('room.kind', 'in', [...rooms])
        .where((room) => room.not(room.exists(appointmentOf(room, kind)))),
    )
    .execute();
}

function appointmentOf(eb: ExpressionBuilder<Schema, 'room'>, kind: string) {
  return eb
    .selectFrom('appointment')
    .select('appointment.kind')
    .where('appointment.kind', '=', kind)
    .whereRef('appointment.subject_id', '=', 'room.id');
}

export async function deleteAppointment(tx: Tx, kind: string, subjectId: number): Promise<void> {
  await remove.run(tx, { kind, subjectId });
}

const remove = defineStatement((tx, p: Pick<Appointment, 'kind' | 'subjectId'>) =>
  tx.deleteFrom('appointment').where('kind', '=', p.kind).where('subject_id', '=', p.subjectId),
);

const claimDue = defineStatement((tx, p: { accountId: AccountId; now: number; limit: number }) => {
  const due = tx
    .selectFrom('appointment')
    .select(['kind', 'subject_id as subjectId', 'room_id as roomId', 'account_id as accountId'])
    .select(['due_at as dueAt', 'attempts'])
    .where('account_id', '=', p.accountId)
    .where('due_at', '<=', p.now)
    .orderBy('due_at')
    .orderBy('subject_id')
    .limit(p.limit);
  return claimRows(tx, due);
});

/** Due ones that no other process holds, the longest due first. */
export async function listDueAppointments(
  tx: Tx,
  accountId: AccountId,
  now: number,
  limit: number,
): Promise<readonly Appointment[]> {
  return claimDue.all(tx, { accountId, now, limit });
}

/** When the account's next one is due, or that of any account; undefined when there is none. */
export async function findNextAppointmentAt(tx: Tx, accountId?: AccountId): Promise<number | undefined> {
  const all = tx.selectFrom('appointment').select('due_at').orderBy('due_at').limit(1);
  const row = await (accountId === undefined ? all : all.where('account_id', '=', accountId)).executeTakeFirst();
  return row?.due_at;
}

/** How many of these kinds of the room fall due from `from` until before `until`, instants both. */
export async function countAppointments(
  tx: Tx,
  roomId: RoomId,
  kinds: readonly string[],
  { from, until }: { readonly from: number; readonly until: number },
): Promise<number> {
  const row = await tx
    .selectFrom('appointment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('room_id', '=', roomId)
    .where('kind', 'in', [...kinds])
    .where('due_at', '>=', from)
    .where('due_at', '<', until)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
