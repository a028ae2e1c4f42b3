/** Runs the command that a line names, for somebody who may give it, on the room that it concerns. */

import { mayActAs } from '../domain/role.js';
import { readHighestRole, readRole } from '../storage/roles.js';
import { listRegisteredRooms, type Room } from '../storage/rooms.js';
import { wasJustAnswered } from './answered-lines.js';
import type { CommandLine } from './command-line.js';
import { type Call, type NamedRoom, roomMeant } from './concerned-room.js';
import type { Command } from './feature.js';
import type { AnsweringWork, Outcome } from './message-work.js';
import { obey } from './obey.js';
import { isPublic } from './public-place.js';
import { orRefuse, RefusedError } from './refused-error.js';
import { findRoomByName, namesRoom } from './room-reference.js';
import { listRoomsAllowing, whichRoom } from './which-room.js';
import type { WordReader } from './word-reader.js';

export async function runCommand(work: AnsweringWork, line: CommandLine): Promise<Outcome> {
  const named = await takeRoom(work, line.words);
  const typed = line.words.remaining();
  const command = takeCommand(work, line);
  if (command === undefined) return refuseUnknown(work, line, named?.room);
  if (isWithoutPrefix(work, line, { command, typed })) return 'unknown';

  const call: Call = { command, named, typed };
  const room = roomMeant(work, call);
  const role = await readRole(work.tx, work.speaker.id, room?.id, work.sentAt);
  if (!mayActAs(role, command.allow)) return isWish(work, line, typed) ? 'unknown' : denyCommand(work, call);
  if (role === 'member' && (await wasJustAnswered(work))) return 'answered';
  await obey(work, role, call, { words: line.words, room });
  return 'answered';
}

/** What members say without a prefix is theirs to say, also where a command for staff begins with the same word. */
function isWithoutPrefix(work: AnsweringWork, { prefixed }: CommandLine, { command, typed }: Omit<Call, 'named'>) {
  return !prefixed && command.allow !== 'member' && isIntent(work, typed);
}

/** The word alone may be what everybody may say, as members ask for their points by the word that gives some. */
function isWish(work: AnsweringWork, { words }: CommandLine, typed: string): boolean {
  if (!words.ended() || !isIntent(work, typed)) return false;
  words.unread(typed);
  return true;
}

/** A room named first is taken off the line, for those who are staff anywhere. */
async function takeRoom(work: AnsweringWork, words: WordReader): Promise<NamedRoom | undefined> {
  const word = words.peek();
  if (word === undefined || work.catalogue.findCommand(word)) return undefined;
  if ((await readHighestRole(work.tx, work.speaker.id, work.sentAt)) === 'member') return undefined;
  const rooms = await listRegisteredRooms(work.tx, work.account.id);
  if (!namesRoom(rooms, word)) return undefined;
  words.next();
  const describe = isPublic(work.chatRoom) ? undefined : work.options.wording.room;
  return { word, room: orRefuse(findRoomByName(rooms, word, describe)) };
}

/** Only a typed prefix makes a command of a word that merely begins like one. */
function takeCommand({ catalogue }: AnsweringWork, { words, prefixed }: CommandLine): Command | undefined {
  const first = words.peek();
  if (first === undefined) return undefined;
  const exact = catalogue.findCommand(first);
  const glued = exact || !prefixed ? undefined : catalogue.findGluedCommand(first);
  if (exact || glued) words.next();
  if (glued) words.unread(glued.rest);
  return exact ?? glued?.command;
}

/** An unknown command gets the nearest suggestion, from staff alone; anything else may still be natural words. */
async function refuseUnknown(work: AnsweringWork, line: CommandLine, named: Room | undefined): Promise<Outcome> {
  const first = line.words.peek();
  if (first === undefined || !(line.prefixed || named) || isIntent(work, line.words.remaining())) return 'unknown';
  const about = named ?? work.chatRoom;
  const { id } = work.speaker;
  const at = work.sentAt;
  const role = about ? await readRole(work.tx, id, about.id, at) : await readHighestRole(work.tx, id, at);
  if (!mayActAs(role, 'teacher')) return 'unknown';
  const suggestion = work.catalogue.suggest(first, (command) => mayActAs(role, command.allow));
  throw new RefusedError({ code: 'command.unknown', given: first, ...(suggestion !== undefined && { suggestion }) });
}

function isIntent({ options, today }: AnsweringWork, words: string): boolean {
  return options.understand(words, today, []).intent !== 'none';
}

/** Whoever has the right in some room is asked in private which one is meant. */
async function denyCommand(work: AnsweringWork, { command, named, typed }: Call): Promise<Outcome> {
  const { allow, scope, example } = command;
  const isElsewhere = work.chatRoom === undefined && named === undefined;
  if (isElsewhere && (await listRoomsAllowing(work, allow)).length > 0) {
    if (scope === 'chat') throw new RefusedError({ code: 'room.only_here', example });
    throw await whichRoom(work, { allow, example: typed });
  }
  work.options.log.info({ command: command.name }, 'command denied');
  if (work.chatRoom === undefined) throw new RefusedError({ code: 'command.forbidden', needed: allow });
  return 'answered';
}
