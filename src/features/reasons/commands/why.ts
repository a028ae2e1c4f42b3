/**
 * Why, for staff: about a member and one of their figures, or about something of a room. What it tells is not for members
 * to read along.
 */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/reasons.js';
import { accept, type Decision } from '../../../domain/decision.js';
import { runsCourse } from '../../../domain/room.js';
import { type Argument, optional } from '../../../kit/argument.js';
import type { Catalogue } from '../../../kit/catalogue.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { member } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { MOST_LINES, type RoomReason } from '../../../kit/reason.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { whichRoom } from '../../../kit/which-room.js';
import { todayIn } from '../../../kit/work.js';
import type { Member } from '../../../storage/members.js';
import type { Room } from '../../../storage/rooms.js';

/**
 * What stands first is a word for something of a room, or else names somebody: which of them is known by the catalogue. The word
 * about somebody may stand on either side of the name.
 */
interface Question {
  readonly first: string;
  readonly afterFirst: string;
  readonly person: Decision<Member>;
  readonly afterPerson: string;
}

const NEEDED = 'teacher';
const person = member(copy.labels.about, describeMember);

const question: Argument<Question> = {
  label: copy.labels.about,
  async parse(context) {
    const first = context.words.peek() ?? '';
    const afterFirst = context.words.remaining().replace(/^\S+\s*/u, '');
    const isTurned = afterFirst.startsWith('@') && !first.startsWith('@');
    if (isTurned) context.words.next();
    const chosen = await person.parse(context);
    const rest = context.words.rest();
    return accept({ first, afterFirst, person: chosen, afterPerson: isTurned ? `${first} ${rest}`.trim() : rest });
  },
};

const args = { question: optional(question, undefined) };

export const why = defineCommand({
  name: 'reasons.why',
  triggers: copy.triggers.why,
  summary: copy.summaries.why,
  example: copy.examples.why,
  allow: NEEDED,
  scope: 'anywhere',
  effect: 'none',
  args,

  async run(work) {
    if (isPublic(work.chatRoom)) throw new RefusedError({ code: 'why.not_in_public' });
    const asked = present(work.args.question, { code: 'why.about_what', example: work.inRoom(copy.examples.why) });
    const ofRoom = work.catalogue.reasons.find((one) => one.about === 'room' && one.words.includes(asked.first));
    const lines =
      ofRoom?.about === 'room' ? await explainRoom(work, ofRoom, asked.afterFirst) : await explainMember(work, asked);
    return lines.slice(0, MOST_LINES).join('\n');
  },
});

type WhyWork = CommandWork<typeof args, 'anywhere'>;

async function explainMember(work: WhyWork, { person: chosen, afterPerson }: Question): Promise<readonly string[]> {
  const somebody = orRefuse(chosen);
  const [word = '', ...others] = afterPerson.split(/\s+/u);
  const reason = memberReason(work.catalogue, word);
  const room = present(await roomOf(work, somebody), { code: 'why.no_room', name: somebody.name });
  const about = { member: somebody, isOwn: false, inPublic: false, rest: others.join(' ') };
  return reason.explain({ ...work, room, today: todayIn(room, work.now), ...about });
}

/** Without a word: what was refused last. */
function memberReason({ reasons }: Catalogue, word: string) {
  const known = reasons.filter((one) => one.about === 'member');
  const found = known.find((one) => (word === '' ? one.topic === 'refusal' : one.words.includes(word)));
  return present(found, { code: 'why.unknown', given: word, known: known.map((one) => one.words[0] ?? '') });
}

async function explainRoom(work: WhyWork, reason: RoomReason, rest: string): Promise<readonly string[]> {
  const { room } = work;
  if (room === undefined) throw await whichRoom(work, { allow: NEEDED, example: copy.examples.whyPost });
  return reason.explain({ ...work, room, today: todayIn(room, work.now), rest });
}

/** The room that is spoken of, else one that the member is in. */
async function roomOf({ tx, room }: WhyWork, { id }: Member): Promise<Room | undefined> {
  return room !== undefined && runsCourse(room.kind) ? room : (await listCourseRoomsOf(tx, id))[0];
}
