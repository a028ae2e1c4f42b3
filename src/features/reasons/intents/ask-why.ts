/**
 * Why, for members: about their own affairs. The bare word is said among people all the time, so in a room it is heard
 * only right after a refusal, or when the bot is spoken to.
 */

import * as copy from '../../../copy/zh-cn/reasons.js';
import { runsCourse } from '../../../domain/room.js';
import type { Catalogue } from '../../../kit/catalogue.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineIntent } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { MOST_LINES } from '../../../kit/reason.js';
import { present } from '../../../kit/refused-error.js';
import { type ChatWork, todayIn } from '../../../kit/work.js';
import { findLastRefusal } from '../../../storage/last-refusals.js';
import type { Room } from '../../../storage/rooms.js';

const RIGHT_AFTER_MS = 10 * 60_000;

export const askWhy = defineIntent({
  name: 'reasons.ask-why',
  intent: 'why',
  scope: 'anywhere',
  help: copy.help.why,

  async run(work) {
    const { understood, addressed, message, speaker, now, chatRoom } = work;
    if (!addressed && copy.isBare(message.text) && !(await wasJustRefused(work))) return undefined;
    const room = present(await roomFor(work, work.room), { code: 'room.not_here', rooms: [] });
    const reason = memberReason(work.catalogue, understood.topic);
    const about = { member: speaker, isOwn: true, inPublic: isPublic(chatRoom), rest: '' };
    const lines = await reason.explain({ ...work, room, today: todayIn(room, now), ...about });
    return lines.slice(0, MOST_LINES).join('\n');
  },
});

async function wasJustRefused({ tx, now, speaker, chatRoom }: ChatWork): Promise<boolean> {
  const last = await findLastRefusal(tx, speaker.id);
  return last !== undefined && last.roomId === chatRoom?.id && now - last.at <= RIGHT_AFTER_MS;
}

async function roomFor({ tx, speaker }: ChatWork, room: Room | undefined): Promise<Room | undefined> {
  return room !== undefined && runsCourse(room.kind) ? room : (await listCourseRoomsOf(tx, speaker.id))[0];
}

/** What explains nothing of its own yet: the last refusal may. */
function memberReason({ reasons }: Catalogue, topic: string) {
  const known = reasons.filter((one) => one.about === 'member');
  const found = known.find((one) => one.topic === topic) ?? known.find((one) => one.topic === 'refusal');
  return present(found, { code: 'command.not_available', word: topic });
}
