/**
 * How camps stand. A member reads his own progress; staff read the counts, and the names of those who fall behind where
 * no members read along.
 */

import * as copy from '../../../copy/zh-cn/camps.js';
import { isOver } from '../../../domain/camp.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { mayActAs } from '../../../domain/role.js';
import { runsCourse } from '../../../domain/room.js';
import { choice, optional } from '../../../kit/argument.js';
import { readCampMembers, readOwnProgress } from '../../../kit/camps.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { todayIn } from '../../../kit/work.js';
import { findLatestCamp, type StoredCamp } from '../../../storage/camps.js';
import { listRoomsOfMember } from '../../../storage/members.js';
import { listRegisteredRooms, readRoom, type Room } from '../../../storage/rooms.js';

const MOST_ROOMS = 5;

const args = { topic: optional(choice(copy.labels.topic, copy.topics), undefined) };
type CampWork = CommandWork<typeof args, 'anywhere'>;

export const camp = defineCommand({
  name: 'camps.camp',
  triggers: copy.triggers.camp,
  summary: copy.summaries.camp,
  example: copy.examples.camp,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'none',
  args,

  async run(work) {
    if (work.args.topic === 'rules') return copy.rules();
    const { room } = work;
    if (room && runsCourse(room.kind)) return (await tellOf(work, room)) ?? tellOfNone(work, room);
    const told: string[] = [];
    for (const one of await roomsOf(work)) {
      const words = await tellOf(work, one);
      if (words !== undefined && told.length < MOST_ROOMS) told.push(words);
    }
    return told.join('\n\n') || copy.noCamps();
  },
});

function isStaff({ speaker }: CampWork): boolean {
  return mayActAs(speaker.role, 'teacher');
}

async function roomsOf(work: CampWork): Promise<Room[]> {
  const { tx, account, speaker } = work;
  if (isStaff(work)) return (await listRegisteredRooms(tx, account.id)).filter(({ kind }) => runsCourse(kind));
  const rooms: Room[] = [];
  for (const { roomId } of await listRoomsOfMember(tx, speaker.id)) rooms.push(await readRoom(tx, roomId));
  return rooms.filter(({ kind }) => runsCourse(kind));
}

/** Of the room's latest camp; for staff who look at all rooms, only of one that is not over. */
async function tellOf(work: CampWork, room: Room): Promise<string | undefined> {
  const today = todayIn(room, work.now);
  const latest = await findLatestCamp(work.tx, room.id);
  if (!latest || (work.room === undefined && isOver(latest, today))) return undefined;
  return isStaff(work) ? overview(work, room, latest, today) : own(work, room, latest, today);
}

async function overview(work: CampWork, room: Room, found: StoredCamp, today: LocalDay): Promise<string> {
  const people = await readCampMembers(work.tx, room, found, today);
  return copy.overview({ topic: room.topic, camp: found, today, people, named: !isPublic(work.chatRoom) });
}

async function own(work: CampWork, room: Room, found: StoredCamp, today: LocalDay): Promise<string | undefined> {
  const { id: memberId, name } = work.speaker;
  const progress = await readOwnProgress(work.tx, room, found, { memberId, today });
  return progress && copy.ownProgress({ name, camp: found, progress, today });
}

function tellOfNone(work: CampWork, { topic }: Room): string {
  return mayActAs(work.speaker.role, 'manager') ? copy.howToOpen(topic, work.inRoom) : copy.noCamp(topic);
}
