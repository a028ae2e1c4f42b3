/** How things stand: what waits, what left, what comes next, and what a person has to decide. */

import * as copy from '../../../copy/zh-cn/post-commands.js';
import { instantOf, localMomentOf } from '../../../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../../../domain/room.js';
import { hasLesson, isPaused } from '../../../kit/course-day.js';
import { dayFor } from '../../../kit/day-for.js';
import { defineCommand } from '../../../kit/feature.js';
import { todayIn, type Work } from '../../../kit/work.js';
import { readMember } from '../../../storage/members.js';
import { countPlanned } from '../../../storage/outbox-counts.js';
import { listUncertain } from '../../../storage/outbox-sending.js';
import { countSentSince, listNextSchedules, listUnsentSlots } from '../../../storage/post-states.js';
import { listRegisteredRooms, readRoom, type Room } from '../../../storage/rooms.js';

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
  args: {},

  async run(work) {
    const { tx, account, now } = work;
    const rooms = await listRegisteredRooms(tx, account.id);
    const today = dayFor(undefined, now);
    const stopped = account.stoppedUntil !== null && account.stoppedUntil > now;
    return copy.status({
      today,
      waiting: await countPlanned(tx, account.id),
      sentToday: await countSentSince(tx, account.id, instantOf(today, 0, zone)),
      stoppedUntil: stopped ? localMomentOf(account.stoppedUntil, zone) : undefined,
      uncertain: await listDoubtful(work),
      unsent: await listUnsentToday(work, rooms),
      paused: rooms.flatMap((room) => pauseOf(room, now)),
      next: await listNext(work),
    });
  },
});

async function listDoubtful({ tx, account }: Work): Promise<copy.Troubled[]> {
  const troubled: copy.Troubled[] = [];
  for (const { id, kind, day, roomId, memberId } of await listUncertain(tx, account.id)) {
    const member = memberId === null ? '' : (await readMember(tx, memberId)).name;
    troubled.push({ id, kind, day, place: roomId === null ? member : (await readRoom(tx, roomId)).topic });
  }
  return troubled;
}

async function listUnsentToday({ tx, now }: Work, rooms: readonly Room[]): Promise<copy.Unsent[]> {
  const unsent: copy.Unsent[] = [];
  const days = [...new Set(rooms.map((room) => todayIn(room, now)))];
  const slots = await listUnsentSlots(
    tx,
    rooms.map((room) => room.id),
    days,
  );
  for (const { roomId, kind, day, reason } of slots) {
    const room = rooms.find((one) => one.id === roomId && todayIn(one, now) === day);
    if (room === undefined || AS_PLANNED.has(reason)) continue;
    if (reason === 'too-late' && !(await hasLesson(tx, room, day))) continue;
    unsent.push({ topic: room.topic, kind, day, reason });
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
