/** A statement in words: short where others read along. */

import * as copy from '../../copy/zh-cn/points.js';
import { isPublic } from '../../kit/public-place.js';
import type { ChatWork } from '../../kit/work.js';
import type { Member } from '../../storage/members.js';
import { listStatement } from '../../storage/points-statement.js';
import { isPresent } from '../../storage/presence.js';
import type { Room } from '../../storage/rooms.js';
import { readStanding } from '../../storage/standings.js';

const IN_PUBLIC = 3;
const IN_PRIVATE = 8;

export async function sayStatement({ tx, chatRoom }: ChatWork, room: Room, member: Member): Promise<string> {
  const key = { roomId: room.id, memberId: member.id };
  if (!(await isPresent(tx, key))) return copy.notHere(member.name, room.topic);
  const inPublic = isPublic(chatRoom);
  const lines = await listStatement(tx, key, inPublic ? IN_PUBLIC : IN_PRIVATE);
  const { balance } = await readStanding(tx, key);
  return copy.statement({ name: member.name, topic: room.topic, balance, lines, isShort: inPublic });
}
