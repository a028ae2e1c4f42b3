/** How to check in, for somebody who asks the bot: by a mention in the room, or in private. */

import * as copy from '../../../copy/zh-cn/first-steps.js';
import { runsCourse } from '../../../domain/room.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import type { Fallback } from '../../../kit/fallback.js';
import type { ChatWork } from '../../../kit/work.js';

export const explainCheckIn: Fallback = {
  name: 'members.explain-check-in',
  run: async (work) => (copy.asksHowTo(work.said) ? howToCheckIn(work) : undefined),
};

export async function howToCheckIn({ tx, chatRoom, speaker }: ChatWork): Promise<string> {
  if (chatRoom && runsCourse(chatRoom.kind)) return copy.howToCheckInHere(chatRoom.settings.requiredContent);
  const rooms = await listCourseRoomsOf(tx, speaker.id);
  return copy.howToCheckInThere(rooms.map((room) => room.topic));
}
