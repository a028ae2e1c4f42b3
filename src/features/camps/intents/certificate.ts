/** The certificate of the last camp that the member has finished: of this room, or of any of his in a private chat. */

import * as copy from '../../../copy/zh-cn/camps.js';
import { certificateOf } from '../../../copy/zh-cn/graphics.js';
import { isOver, type Progress } from '../../../domain/camp.js';
import { PLAIN_DAYS } from '../../../domain/day-rules.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { runsCourse } from '../../../domain/room.js';
import { tallyOf } from '../../../domain/streak.js';
import { readOwnProgress } from '../../../kit/camps.js';
import { defineIntent } from '../../../kit/feature.js';
import { type ChatWork, type Reply, todayIn } from '../../../kit/work.js';
import { listCamps, type StoredCamp } from '../../../storage/camps.js';
import { listCheckInDays } from '../../../storage/check-ins.js';
import { listRoomsOfMember } from '../../../storage/members.js';
import { readRoom, type Room } from '../../../storage/rooms.js';

interface Taken {
  readonly room: Room;
  readonly camp: StoredCamp;
  readonly progress: Progress;
  readonly today: LocalDay;
}

export const certificate = defineIntent({
  name: 'camps.certificate',
  intent: 'certificate',
  scope: 'anywhere',
  help: copy.help.certificate,

  async run(work) {
    const taken: Taken[] = [];
    for (const room of await roomsOf(work)) taken.push(...(await listTaken(work, room)));
    const finished = taken.find(({ camp, progress, today }) => isOver(camp, today) && progress.state === 'done');
    if (finished) return certify(work, finished);
    const [latest] = taken;
    // Where no camp ever was, the word means something else.
    if (!latest) return work.addressed ? copy.noCertificate() : undefined;
    return isOver(latest.camp, latest.today) ? copy.notFinished(latest) : copy.notYet(latest);
  },
});

type CertificateWork = ChatWork & { readonly room: Room | undefined };

async function roomsOf({ tx, room, speaker }: CertificateWork): Promise<Room[]> {
  if (room && runsCourse(room.kind)) return [room];
  const rooms: Room[] = [];
  for (const { roomId } of await listRoomsOfMember(tx, speaker.id)) rooms.push(await readRoom(tx, roomId));
  return rooms;
}

/** The latest first. */
async function listTaken({ tx, now, speaker }: ChatWork, room: Room): Promise<Taken[]> {
  const today = todayIn(room, now);
  const taken: Taken[] = [];
  for (const camp of await listCamps(tx, room.id)) {
    const progress = await readOwnProgress(tx, room, camp, { memberId: speaker.id, today });
    if (progress) taken.push({ room, camp, progress, today });
  }
  return taken;
}

async function certify({ tx, speaker }: ChatWork, { room, camp, progress, today }: Taken): Promise<Reply> {
  const { from, to, days } = progress;
  const all = await listCheckInDays(tx, { roomId: room.id, memberId: speaker.id });
  const { best } = tallyOf(
    all.filter((day) => day >= from && day <= to),
    PLAIN_DAYS,
  );
  const { name } = speaker;
  return certificateOf({ name, topic: room.topic, course: camp.name, days, best, from, to, day: today });
}
