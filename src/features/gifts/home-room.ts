/** The room whose points are meant: the one it is said in, or in private the only one that the speaker is in. */

import { runsCourse } from '../../domain/room.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import type { Room } from '../../storage/rooms.js';

export async function homeRoom({ tx, account, chatRoom, speaker }: ChatWork): Promise<Room> {
  if (chatRoom && runsCourse(chatRoom.kind)) return chatRoom;
  const rooms = (await listCourseRoomsOf(tx, speaker.id)).filter((room) => room.accountId === account.id);
  const [only, other] = rooms;
  if (only !== undefined && other === undefined) return only;
  throw new RefusedError({ code: 'room.not_here', rooms: rooms.map((room) => room.topic) });
}
