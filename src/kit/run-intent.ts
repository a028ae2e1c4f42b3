/** Answers what a member means in natural words, in the place where it can mean something. */

import { runsCourse } from '../domain/room.js';
import { hashText } from '../storage/echoes.js';
import { markAnswered } from '../storage/inbox.js';
import { listRoomsOfMember } from '../storage/members.js';
import { readRoom } from '../storage/rooms.js';
import { type AnsweringWork, botNamesOf, type Outcome } from './answer-message.js';
import type { CommandLine } from './command-line.js';
import type { IntentHandler, UnderstandingOf, Intent } from './feature.js';
import { RefusedError } from './refused-error.js';

/** The same line of one sender is answered once a minute. */
const ONCE_WITHIN_MS = 60_000;

export async function runIntent(work: AnsweringWork, line: CommandLine | undefined): Promise<Outcome> {
  const { message, options, today, chatRoom } = work;
  const text = line?.prefixed === true ? line.words.remaining() : message.text;
  const understood = options.understand(text, today, botNamesOf(work));
  if (understood.intent === 'none') return 'unknown';

  const addressed = chatRoom === undefined || message.mentionsBot || line !== undefined;
  const handler = work.catalogue.findIntent(understood.intent);
  if (handler === undefined) return declineUnavailable(understood.intent, addressed);
  if (!(await isPlaceFor(handler, work))) return 'unknown';
  if (await wasJustAnswered(handler, work)) return 'answered';
  const room = chatRoom?.kind ? chatRoom : undefined;
  const reply = await handler.run({
    ...work,
    room: room as NonNullable<typeof room>,
    understood: understood as UnderstandingOf<Intent>,
    addressed,
  });
  if (reply !== undefined) await work.say(reply);
  return 'answered';
}

/** What later versions bring is said only to those who turned to the bot. */
function declineUnavailable(intent: Intent, addressed: boolean): Outcome {
  if (addressed) throw new RefusedError({ code: 'command.not_available', word: intent });
  return 'unknown';
}

async function isPlaceFor(handler: IntentHandler, work: AnsweringWork): Promise<boolean> {
  const { chatRoom, tx } = work;
  if (chatRoom?.kind === null) return false;
  if (handler.scope === 'anywhere' || runsCourse(chatRoom?.kind ?? null)) return true;
  const memberships = await listRoomsOfMember(tx, work.speaker.id);
  const rooms = await Promise.all(memberships.map(({ roomId }) => readRoom(tx, roomId)));
  const topics = rooms.filter((room) => runsCourse(room.kind)).map((room) => room.topic);
  throw new RefusedError({ code: 'room.not_here', rooms: topics });
}

async function wasJustAnswered(handler: IntentHandler, work: AnsweringWork): Promise<boolean> {
  if (handler.intent === 'check-in') return false;
  const line = {
    memberId: work.speaker.id,
    chat: work.chatRoom ? String(work.chatRoom.id) : 'private',
    hash: hashText(work.message.text),
  };
  return !(await markAnswered(work.tx, line, work.now, ONCE_WITHIN_MS));
}
