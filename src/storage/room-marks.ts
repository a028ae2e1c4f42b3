/** What changes about a room while it runs: its course, a pause, when the bot last spoke there. */

import type { CourseId, QuizId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import type { Room } from './rooms.js';
import { defineStatement } from './statement.js';
import { forgetRecordsIn } from './trial-records.js';

export async function markRosterRead(tx: Tx, id: RoomId, at: number): Promise<void> {
  await tx.updateTable('room').set({ roster_at: at }).where('id', '=', id).execute();
}

export async function markPosted(tx: Tx, id: RoomId, at: number | null): Promise<void> {
  await setPosted.run(tx, { id, at });
}

const setPosted = defineStatement((tx, p: { id: RoomId; at: number | null }) =>
  tx.updateTable('room').set({ last_post_at: p.at }).where('id', '=', p.id),
);

export async function markAcknowledged(tx: Tx, room: Pick<Room, 'id' | 'lastAckAt'>, at: number): Promise<void> {
  await setAcknowledged.run(tx, { id: room.id, earlier: room.lastAckAt, at });
}

const setAcknowledged = defineStatement((tx, p: { id: RoomId; earlier: number | null; at: number }) =>
  tx.updateTable('room').set({ earlier_ack_at: p.earlier, last_ack_at: p.at }).where('id', '=', p.id),
);

/** Nothing is posted up to and including `lastDay`; null resumes. */
export async function savePause(tx: Tx, id: RoomId, lastDay: LocalDay | null): Promise<void> {
  await tx.updateTable('room').set({ paused_until: lastDay }).where('id', '=', id).execute();
}

/** The quiz that the room hears answers to; null when none runs. */
export async function saveRunningQuiz(tx: Tx, id: RoomId, quizId: QuizId | null): Promise<void> {
  await tx.updateTable('room').set({ quiz_id: quizId }).where('id', '=', id).execute();
}

export async function saveCourse(tx: Tx, id: RoomId, courseId: CourseId, startDay: LocalDay): Promise<void> {
  await tx.updateTable('room').set({ course_id: courseId, start_day: startDay }).where('id', '=', id).execute();
  await forgetRecordsIn(tx, id);
}

/** Undefined for a room that is not registered. */
export async function findRegisteredAt(tx: Tx, id: RoomId): Promise<number | undefined> {
  const row = await tx.selectFrom('room').select('registered_at as at').where('id', '=', id).executeTakeFirst();
  return row?.at ?? undefined;
}
