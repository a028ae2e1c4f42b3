/** How things stand: what waits, what left, what comes next, what a person has to decide; and one post by its number. */

import * as copy from '../../../copy/zh-cn/post-commands.js';
import type { OutboxId } from '../../../domain/ids.js';
import { instantOf, localMomentOf } from '../../../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../../../domain/room.js';
import { stopCauseOf } from '../../../domain/stop.js';
import { choice, integer, optional } from '../../../kit/argument.js';
import { hasLesson, isPaused } from '../../../kit/course-day.js';
import { dayFor } from '../../../kit/day-for.js';
import { defineCommand } from '../../../kit/feature.js';
import { todayIn, type Work } from '../../../kit/work.js';
import { listStaffWithoutCode } from '../../../storage/binding-codes.js';
import { listUncertain } from '../../../storage/doubtful-sends.js';
import { listLostRooms } from '../../../storage/lost-rooms.js';
import { countPlanned } from '../../../storage/outbox-counts.js';
import type { OutboxMessage } from '../../../storage/outbox-message.js';
import { countSentSince, listNextSchedules, listUnsentSlots } from '../../../storage/post-states.js';
import { listRegisteredRooms, readRoom, type Room } from '../../../storage/rooms.js';
import { listWaitingPosts } from '../../../storage/waiting-posts.js';
import { settleByHand, showPost, unsettle } from '../by-hand.js';
import { placeOf } from '../own-message.js';

const { zone } = DEFAULT_SETTINGS;
const NEXT_SLOTS = 5;
/** Slots that ended so ask for nothing: they went as planned. */
const AS_PLANNED: ReadonlySet<string | null> = new Set([
  'paused',
  'rest-day',
  'before-start',
  'nobody-here',
  'nothing-to-say',
]);

export const status = defineCommand({
  name: 'posts.status',
  triggers: copy.triggers.status,
  summary: copy.summaries.status,
  example: copy.examples.status,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: {
    number: optional(integer(copy.labels.number, { min: 1, max: Number.MAX_SAFE_INTEGER }), undefined),
    done: optional(choice(copy.labels.done, copy.doneWords), undefined),
  },

  async run(work) {
    const { tx, account, now, args } = work;
    if (args.done !== undefined) return settleByHand(work, args.number as OutboxId);
    if (args.number !== undefined) return showPost(work, args.number as OutboxId);
    const rooms = await listRegisteredRooms(tx, account.id);
    const today = dayFor(undefined, now);
    return copy.status({
      today,
      waiting: await countPlanned(tx, account.id),
      sentToday: await countSentSince(tx, account.id, instantOf(today, 0, zone)),
      ownMessages: account.ownMessages ?? undefined,
      stop: await describeStop(work),
      uncertain: await describeMessages(work, await listUncertainWords(work)),
      unsent: await listUnsentToday(work, rooms),
      paused: rooms.flatMap((room) => pauseOf(room, now)),
      next: await listNext(work),
      ...(account.idsStay === 0 && { recognising: await describeRecognising(work) }),
    });
  },

  undo: unsettle,
});

async function describeRecognising({ tx, account }: Work): Promise<NonNullable<copy.Status['recognising']>> {
  const lost = await listLostRooms(tx, account.id);
  return { lost: lost.length, withoutCode: await listStaffWithoutCode(tx) };
}

/**
 * Posts first and then the latest: not all may find room, and nobody looks for an answer of weeks ago. Of an errand whose end is
 * unknown, whoever asked for it tells staff.
 */
async function listUncertainWords({ tx, account }: Work): Promise<readonly OutboxMessage[]> {
  const words = (await listUncertain(tx, account.id)).filter(({ errand }) => errand === null);
  const isPost = ({ day }: OutboxMessage): number => (day === null ? 0 : 1);
  return words.toSorted((a, b) => isPost(b) - isPost(a) || b.id - a.id);
}

/** With the posts that wait for its end, which a person may send meanwhile. */
async function describeStop(work: Work): Promise<copy.Stop | undefined> {
  const { stoppedUntil, stopReason, id } = work.account;
  if (stoppedUntil === null || stoppedUntil <= work.now) return undefined;
  const held = await describeMessages(work, await listWaitingPosts(work.tx, id));
  return { cause: stopCauseOf(stopReason), until: localMomentOf(stoppedUntil, zone), held };
}

async function describeMessages(work: Work, messages: readonly OutboxMessage[]): Promise<copy.Troubled[]> {
  const described: copy.Troubled[] = [];
  for (const message of messages) described.push({ ...message, place: await placeOf(work, message) });
  return described;
}

async function listUnsentToday({ tx, now }: Work, rooms: readonly Room[]): Promise<copy.Unsent[]> {
  const unsent: copy.Unsent[] = [];
  const days = [...new Set(rooms.map((room) => todayIn(room, now)))];
  const slots = await listUnsentSlots(
    tx,
    rooms.map((room) => room.id),
    days,
  );
  for (const { id, roomId, kind, day, reason } of slots) {
    const room = rooms.find((one) => one.id === roomId && todayIn(one, now) === day);
    if (room === undefined || AS_PLANNED.has(reason)) continue;
    if (reason === 'too-late' && !(await hasLesson(tx, room, day))) continue;
    unsent.push({ id, topic: room.topic, kind, day, reason });
  }
  return unsent;
}

function pauseOf(
  room: Room,
  now: number,
): { readonly topic: string; readonly until: NonNullable<Room['pausedUntil']> }[] {
  const paused = room.pausedUntil !== null && isPaused(room, todayIn(room, now));
  return paused ? [{ topic: room.topic, until: room.pausedUntil }] : [];
}

async function listNext({ tx, account }: Work): Promise<copy.NextSlot[]> {
  const next: copy.NextSlot[] = [];
  for (const { roomId, kind, nextDueAt } of await listNextSchedules(tx, account.id, NEXT_SLOTS)) {
    const room = await readRoom(tx, roomId);
    next.push({ topic: room.topic, kind, dueAt: nextDueAt, zone: room.settings.zone });
  }
  return next;
}
