/** Which card of a member is meant: of the course that was named, else the room's, else the only one that runs. */

import * as copy from '../../copy/zh-cn/cards.js';
import { daysLeft } from '../../domain/card-status.js';
import { present, RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { listCardsOf, type MemberCard } from '../../storage/member-cards.js';
import type { Member } from '../../storage/members.js';
import type { Room } from '../../storage/rooms.js';
import type { MeantCourse } from './course-meant.js';

type Meaning = ChatWork & { readonly room: Room | undefined; inRoom(line: string): string };

interface Meant {
  readonly to: Member;
  readonly course: MeantCourse | undefined;
}

/** Refuses where none runs. */
export async function cardMeant(work: Meaning, { to, course }: Meant): Promise<MemberCard> {
  const { tx, room, today, inRoom } = work;
  const running = (await listCardsOf(tx, to.id)).filter((card) => (daysLeft(card, today) ?? 1) > 0);
  const wanted = course?.id ?? (running.some((card) => card.courseId === room?.courseId) ? room?.courseId : undefined);
  const [first, second] = wanted === undefined ? running : running.filter(({ courseId }) => courseId === wanted);
  if (second !== undefined) {
    const courses = running.map((card) => card.course);
    throw new RefusedError({
      code: 'card.which_course',
      name: to.name,
      courses,
      example: inRoom(copy.examples.freeze),
    });
  }
  return present(first, { code: 'card.none', name: to.name });
}
