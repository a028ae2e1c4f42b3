/** A greeting in a private chat: who the bot is, and the one next step for whoever says it. */

import * as copy from '../../../copy/zh-cn/first-steps.js';
import { mayActAs } from '../../../domain/role.js';
import { mayStillSay } from '../../../kit/answered-lines.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import type { Fallback } from '../../../kit/fallback.js';
import type { ChatWork } from '../../../kit/work.js';
import { ownerExists, readHighestRole } from '../../../storage/roles.js';
import { listRegisteredRooms } from '../../../storage/rooms.js';

/** Whoever greets on is no newcomer, or no person. */
const MOST_A_DAY = 3;

export const greet: Fallback = {
  name: 'members.greet',

  async run(work) {
    if (work.chatRoom !== undefined || !copy.isGreeting(work.said)) return undefined;
    return (await mayStillSay(work, 'greeting', { most: MOST_A_DAY })) ? firstSteps(work) : undefined;
  },
};

async function firstSteps({ tx, sentAt, account, speaker }: ChatWork): Promise<string> {
  if (!(await ownerExists(tx))) return copy.helloUnclaimed();
  const role = await readHighestRole(tx, speaker.id, sentAt);
  if (mayActAs(role, 'teacher')) {
    const rooms = await listRegisteredRooms(tx, account.id);
    return rooms.length === 0 ? copy.helloBeforeRooms(speaker.name) : copy.helloStaff(speaker.name);
  }
  const topics = (await listCourseRoomsOf(tx, speaker.id)).map((room) => room.topic);
  return topics.length === 0 ? copy.helloStranger() : copy.helloMember(speaker.name, topics);
}
