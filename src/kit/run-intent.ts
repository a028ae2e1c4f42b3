/** Answers what a member means in natural words, in the place where it can mean something. */

import { runsCourse } from '../domain/room.js';
import { wasJustAnswered } from './answered-lines.js';
import type { CommandLine } from './command-line.js';
import { confirmLine } from './confirm-line.js';
import { listCourseRoomsOf } from './course-rooms-of.js';
import type { IntentHandler, UnderstandingOf, Intent } from './feature.js';
import { type AnsweringWork, botNamesOf, type Outcome } from './message-work.js';
import { RefusedError } from './refused-error.js';

export async function runIntent(work: AnsweringWork, line: CommandLine | undefined): Promise<Outcome> {
  const understood = work.options.understand(wordsOf(work, line), work.today, botNamesOf(work));
  const addressed = line !== undefined || work.chatRoom === undefined || work.message.mentionsBot;
  if (understood.intent === 'confirm') return confirmLine(work, understood.arg, addressed);
  if (understood.intent === 'none' || work.chatRoom?.kind === null) return 'unknown';
  const handler = work.catalogue.findIntent(understood.intent);
  if (handler === undefined) return declineUnavailable(understood.intent, addressed);
  if (!isPlaceFor(handler, work)) throw await misplaced(work);
  await answer(work, handler, understood, addressed);
  return 'answered';
}

function wordsOf({ message }: AnsweringWork, line: CommandLine | undefined): string {
  return line?.prefixed === true ? line.words.remaining() : message.text;
}

async function answer(
  work: AnsweringWork,
  handler: IntentHandler,
  understood: UnderstandingOf<Intent>,
  addressed: boolean,
): Promise<void> {
  // Check-ins are acknowledged together, so only what is said about one alone is held back.
  const isCheckIn = handler.intent === 'check-in';
  if (!isCheckIn && (await wasJustAnswered(work))) return;
  const room = work.chatRoom?.kind ? work.chatRoom : undefined;
  // This work is for this one handler; a copy of it for every check-in would cost more than its queries.
  const meant = Object.assign(work, { room: room as NonNullable<typeof room>, understood, addressed });
  const reply = await handler.run(meant);
  if (reply === undefined || (isCheckIn && (await wasJustAnswered(work)))) return;
  await work.chat.say(reply);
}

/** What later versions bring is said only to those who turned to the bot. */
function declineUnavailable(intent: Intent, addressed: boolean): Outcome {
  if (addressed) throw new RefusedError({ code: 'command.not_available', word: intent });
  return 'unknown';
}

function isPlaceFor({ scope }: IntentHandler, { chatRoom }: AnsweringWork): boolean {
  return scope === 'anywhere' || runsCourse(chatRoom?.kind ?? null);
}

async function misplaced({ tx, speaker }: AnsweringWork): Promise<RefusedError> {
  const rooms = await listCourseRoomsOf(tx, speaker.id);
  return new RefusedError({ code: 'room.not_here', rooms: rooms.map((room) => room.topic) });
}
