/**
 * Chain lists: which lines wait for somebody to say whose they are, and the answer; which headings count as check-ins.
 *
 * An answer may come from anywhere, since its number says which room it is about; the right is needed there.
 */

import * as copy from '../../../copy/zh-cn/chain-lists.js';
import { nameKey } from '../../../domain/chain-list/chain-line.js';
import type { RoomId } from '../../../domain/ids.js';
import { mayActAs } from '../../../domain/role.js';
import { runsCourse } from '../../../domain/room.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listRoomsAllowing, whichRoom } from '../../../kit/which-room.js';
import type { ChatWork } from '../../../kit/work.js';
import { saveChainRule } from '../../../storage/chain-lists.js';
import { listOpenChainQuestions, markChainQuestion } from '../../../storage/chain-questions.js';
import { readRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { order } from '../order.js';
import { takeLine, undoTaking } from '../take-line.js';

const ALLOW = 'teacher';
const args = { order };

type OrderWork = CommandWork<typeof args, 'anywhere'>;

export const chainList = defineCommand({
  name: 'chain-lists.chain-list',
  triggers: copy.triggers.chainList,
  summary: copy.summaries.chainList,
  example: copy.examples.chainList,
  allow: ALLOW,
  scope: 'anywhere',
  effect: 'undoable',
  args,
  undo: undoTaking,

  async run(work) {
    const { order: wanted } = work.args;
    if (wanted.do === 'list') return listOpen(work, work.room);
    if (wanted.do === 'rule') return setRule(work, wanted);
    await refuseUnlessStaffIn(work, wanted.question.roomId);
    await work.changes.watch('chain_question', { id: wanted.question.id });
    if (wanted.do === 'take') return takeLine(work, wanted.question, wanted.member);
    await markChainQuestion(work.tx, wanted.question.id, 'declined');
    return copy.declined(wanted.question.id);
  },
});

async function setRule(work: OrderWork, given: { readonly words: string; readonly counts: boolean }): Promise<string> {
  const { tx, now, room, changes } = work;
  if (!room || !runsCourse(room.kind)) throw await whichRoom(work, { allow: ALLOW, example: copy.examples.rule });
  const words = nameKey(given.words);
  await changes.watch('chain_rule', { room_id: room.id, words });
  await saveChainRule(tx, room.id, { words, counts: given.counts }, now);
  return copy.ruled(room.topic, given.words, given.counts);
}

/** Of the room that is meant, else of all in which the speaker may answer. Nothing of other rooms is told in public. */
async function listOpen(work: ChatWork, room: Room | undefined): Promise<string> {
  const rooms = room && (runsCourse(room.kind) || isPublic(room)) ? [room] : await listRoomsAllowing(work, ALLOW);
  const topics = new Map(rooms.map(({ id, topic }) => [id, topic]));
  const open = await listOpenChainQuestions(work.tx, [...topics.keys()], work.now);
  return copy.openQuestions(open.map((one) => ({ ...one, topic: topics.get(one.roomId) ?? '' })));
}

async function refuseUnlessStaffIn({ tx, speaker, sentAt }: ChatWork, roomId: RoomId): Promise<void> {
  if (mayActAs(await readRole(tx, speaker.id, roomId, sentAt), ALLOW)) return;
  throw new RefusedError({ code: 'command.forbidden', needed: ALLOW });
}
