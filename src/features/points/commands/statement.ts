/** A member's own statement, in the room where they ask, or of all their rooms in private. */

import * as copy from '../../../copy/zh-cn/points.js';
import { runsCourse } from '../../../domain/room.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineCommand } from '../../../kit/feature.js';
import { sayStatement } from '../say-statement.js';

const MOST_ROOMS = 3;

export const statement = defineCommand({
  name: 'points.statement',
  triggers: copy.triggers.statement,
  summary: copy.summaries.statement,
  example: copy.examples.statement,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'none',
  args: {},

  async run(work) {
    const { tx, room, speaker, chatRoom } = work;
    if (room && room.id === chatRoom?.id && runsCourse(room.kind)) return sayStatement(work, room, speaker);
    const rooms = (await listCourseRoomsOf(tx, speaker.id)).slice(0, MOST_ROOMS);
    const parts: string[] = [];
    for (const one of rooms) parts.push(await sayStatement(work, one, speaker));
    return parts.length === 0 ? copy.noRooms() : parts.join('\n\n');
  },
});
