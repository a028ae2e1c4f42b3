/**
 * The roll: who has checked in, who has not, whose content is awaited.
 *
 * Absentees are never named in public, so in a members' room the roll goes to the staff rooms and the room learns only
 * that it went.
 */

import * as copy from '../../../copy/zh-cn/post-commands.js';
import { type Attendee, attendanceOf } from '../../../domain/attendance.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { day, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { type ChatWork, queueReply } from '../../../kit/work.js';
import { listAttendees, listPendingIds } from '../../../storage/attendance.js';
import { listRoomsOfKind, type Room } from '../../../storage/rooms.js';

export const roll = defineCommand({
  name: 'posts.roll',
  triggers: copy.triggers.roll,
  summary: copy.summaries.roll,
  example: copy.examples.roll,
  allow: 'teacher',
  scope: 'room',
  effect: 'none',
  args: { day: optional(day(copy.labels.day), undefined) },

  async run(work) {
    const { tx, room, chatRoom, today, args } = work;
    const staffRooms = isPublic(chatRoom) ? await listRoomsOfKind(tx, room.accountId, 'staff') : undefined;
    if (staffRooms?.length === 0) return copy.rollInPrivate(room.topic);
    const text = await composeRoll(work, room, args.day ?? today);
    if (staffRooms === undefined) return text;
    for (const staffRoom of staffRooms) await queueReply(work, { roomId: staffRoom.id }, text);
    return copy.rollGoesToStaff(staffRooms.map((one) => one.topic));
  },
});

async function composeRoll(work: ChatWork, room: Room, rollDay: LocalDay): Promise<string> {
  const { tx, now } = work;
  const people = await listAttendees(tx, room, rollDay);
  work.chat.noteExport('roll', people.length);
  const { done, open, onLeave } = attendanceOf(people);
  const held = new Set(await listPendingIds(tx, room.id, rollDay, now));
  const name = nameAmong(people);
  return copy.roll({
    topic: room.topic,
    day: rollDay,
    done: done.map(name),
    open: open.filter((one) => !held.has(one.memberId)).map(name),
    pending: open.filter((one) => held.has(one.memberId)).map(name),
    onLeave: onLeave.map(name),
  });
}

/** Namesakes carry the number by which other commands tell them apart. */
function nameAmong(people: readonly Attendee[]): (one: Pick<Attendee, 'memberId' | 'name'>) => string {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const one of people) (seen.has(one.name) ? shared : seen).add(one.name);
  return (one) => (shared.has(one.name) ? `${one.name}#${one.memberId}` : one.name);
}
