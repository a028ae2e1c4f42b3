/**
 * Turns due schedules into outbox rows: each slot (room, kind, local day) once, posted or skipped with a reason.
 *
 * The schedule's next day moves on in the transaction that fills the slot, so any number of processes may plan and
 * any of them may die. What was missed is caught up while it is still worth reading; older slots are skipped.
 */

import type { Logger } from 'pino';
import type { Pacing } from '../domain/pacing.js';
import { catchUpUntil, LATE_AFTER_MS, type SkipReason } from '../domain/post.js';
import type { Clock } from '../ports/clock.js';
import type { PictureShelf } from '../ports/picture-shelf.js';
import type { WakeUps } from '../ports/wake-ups.js';
import { findOrAddAccount } from '../storage/accounts.js';
import { type Database, inStep, type Tx } from '../storage/database.js';
import { isUnavailable } from '../storage/retry.js';
import { readRoom } from '../storage/rooms.js';
import { listDue, type Schedule, saveSchedule } from '../storage/schedules.js';
import { appendSlot } from '../storage/slots.js';
import type { Catalogue } from './catalogue.js';
import { keepAppointments } from './keep-appointments.js';
import type { Lease } from './lease.js';
import { nextDueAt } from './next-due.js';
import { pictureSlot } from './picture-slot.js';
import type { PostDefinition, PostDraft, PostWork } from './post.js';
import { dayAfter, dueAt } from './room-schedules.js';
import { priorityOf, startWork, type Work } from './work.js';

export interface PlannerOptions {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pacing: Pacing;
  readonly pictures: PictureShelf;
  readonly accountName: string;
  /** Absent where no other process can have the account. */
  readonly lease?: Lease;
  /** Absent where rows are looked at by hand. */
  readonly wakeUps?: WakeUps<Tx>;
}

const BATCH = 200;

/** Plans everything that is due now. Returns how many slots it filled and appointments it kept. */
export async function planDue(options: PlannerOptions): Promise<number> {
  let filled = 0;
  for (;;) {
    const count = await options.database.transaction((tx) => planBatch(tx, options));
    filled += count;
    // A schedule moves on by one day a round, so after days away a round that is not full may not be the last.
    if (count === 0) return filled;
  }
}

async function planBatch(tx: Tx, options: PlannerOptions): Promise<number> {
  const now = options.clock.now();
  const account = await findOrAddAccount(tx, options.accountName, now);
  const due = await listDue(tx, account.id, now, BATCH);
  const work = startWork(options, tx, account, now);
  // First, for a day's posts tell of the end of the day before.
  const kept = await keepAppointments(work, options.log);
  for (const schedule of due) await fillSlot(work, schedule, options.log);
  const filled = due.length + kept;
  await askToBeWoken(work, filled, options);
  return filled;
}

/** For what was filled now, and otherwise for what falls due next. */
async function askToBeWoken({ tx, account, now }: Work, filled: number, { wakeUps }: PlannerOptions): Promise<void> {
  if (!wakeUps) return;
  const accountId = account.id;
  if (filled > 0) return wakeUps.ask(tx, { kind: 'send', accountId, at: now });
  const at = await nextDueAt(tx, accountId);
  if (at !== undefined) await wakeUps.ask(tx, { kind: 'plan', accountId, at });
}

async function fillSlot(work: Work, schedule: Schedule, log: Logger): Promise<void> {
  const room = await readRoom(work.tx, schedule.roomId);
  const nextDay = dayAfter(schedule.nextDay, room);
  await saveSchedule(work.tx, { ...schedule, nextDay, nextDueAt: dueAt(room, schedule.kind, nextDay) });

  const post = work.catalogue.findPost(schedule.kind);
  if (!post?.isOwedTo(room)) return;
  const late = work.now - schedule.nextDueAt > LATE_AFTER_MS;
  const slot: PostWork = { ...work, room, today: schedule.nextDay, day: schedule.nextDay, late };
  const draft = await composeSlot(post, slot, schedule, log);
  const words = toSlot(slot, schedule, draft);
  const id = await appendSlot(work.tx, words);
  if (id === undefined) return;
  if ('skip' in draft) await tellOfSkip(post, slot, draft.skip, log);
  else if (draft.picture) await appendSlot(work.tx, pictureSlot(words, id, draft.picture));
}

/** A slot that was skipped stays so, also when nobody could be told. */
async function tellOfSkip(post: PostDefinition, slot: PostWork, reason: SkipReason, log: Logger): Promise<void> {
  const tell = async (): Promise<void> => post.skipped?.(slot, reason);
  await inStep(slot.tx, tell, (error) => {
    if (isUnavailable(error)) throw error;
    log.error({ err: error, kind: post.kind, roomId: slot.room.id }, 'a skipped post could not be told');
  });
}

async function composeSlot(post: PostDefinition, slot: PostWork, schedule: Schedule, log: Logger): Promise<PostDraft> {
  if (slot.now > catchUpUntil(schedule.kind, schedule.nextDueAt)) return { skip: 'too-late' };
  return inStep(
    slot.tx,
    () => post.compose(slot),
    (error): PostDraft => {
      if (isUnavailable(error)) throw error;
      log.error({ err: error, kind: schedule.kind, roomId: schedule.roomId }, 'post could not be composed');
      return { skip: 'fault' };
    },
  );
}

function toSlot(slot: PostWork, schedule: Schedule, draft: PostDraft) {
  return {
    accountId: slot.room.accountId,
    to: { roomId: slot.room.id },
    kind: schedule.kind,
    day: slot.day,
    priority: priorityOf(slot.room.kind),
    started: true,
    late: slot.late,
    notBefore: slot.now,
    expiresAt: Math.max(slot.now, catchUpUntil(schedule.kind, schedule.nextDueAt)),
    createdAt: slot.now,
    ...('skip' in draft
      ? { state: 'skipped' as const, body: '', reason: draft.skip }
      : { state: 'planned' as const, body: draft.text, graphic: draft.graphic ?? null }),
  };
}
