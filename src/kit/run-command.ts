/** Runs the command that a line names, for somebody who may give it, on the room that it concerns. */

import { mayActAs } from '../domain/role.js';
import { readHighestRole, readRole } from '../storage/roles.js';
import { listRegisteredRooms, type Room } from '../storage/rooms.js';
import { wasJustAnswered } from './answered-lines.js';
import { parseArguments } from './argument.js';
import type { CommandLine } from './command-line.js';
import { dayFor } from './day-for.js';
import type { Command } from './feature.js';
import type { AnsweringWork, Outcome } from './message-work.js';
import { orRefuse, present, RefusedError } from './refused-error.js';
import { findRoomByName, namesRoom } from './room-reference.js';
import type { WordReader } from './word-reader.js';

export async function runCommand(work: AnsweringWork, line: CommandLine): Promise<Outcome> {
  const named = await takeRoom(work, line.words);
  const first = line.words.peek();
  const command = takeCommand(work, line);
  if (command === undefined) return refuseUnknown(work, line, first, named);

  const room = roomMeant(work, command, named);
  const role = await readRole(work.tx, work.speaker.id, room?.id);
  if (!mayActAs(role, command.allow)) return denyCommand(work, command);
  if (role === 'member' && (await wasJustAnswered(work))) return 'answered';
  const concerned = roomFor(command, room, named);
  const today = dayFor(concerned, work.sentAt);
  const speaker = { ...work.speaker, role };
  const args = orRefuse(await parseArguments(command.args, argumentContext(work, line.words, concerned, command)));
  await work.say(await command.run({ ...work, speaker, today, room: concerned as Room, args }));
  return 'answered';
}

/** A command about the very chat takes its right from there too, whatever room was named first. */
function roomMeant({ chatRoom }: AnsweringWork, { scope }: Command, named: Room | undefined): Room | undefined {
  return scope === 'chat' ? chatRoom : (named ?? chatRoom);
}

/** A room named first is taken off the line, for those who are staff anywhere. */
async function takeRoom(work: AnsweringWork, words: WordReader): Promise<Room | undefined> {
  const first = words.peek();
  if (first === undefined || work.catalogue.findCommand(first)) return undefined;
  if ((await readHighestRole(work.tx, work.speaker.id)) === 'member') return undefined;
  const rooms = await listRegisteredRooms(work.tx, work.account.id);
  if (!namesRoom(rooms, first)) return undefined;
  words.next();
  return orRefuse(findRoomByName(rooms, first, work.options.wording.room));
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
async function refuseUnknown(
  work: AnsweringWork,
  line: CommandLine,
  first: string | undefined,
  named: Room | undefined,
): Promise<Outcome> {
  if (first === undefined || !(line.prefixed || named) || understands(work, line)) return 'unknown';
  const about = named ?? work.chatRoom;
  const { id } = work.speaker;
  const role = about ? await readRole(work.tx, id, about.id) : await readHighestRole(work.tx, id);
  if (!mayActAs(role, 'teacher')) return 'unknown';
  const suggestion = work.catalogue.suggest(first, (command) => mayActAs(role, command.allow));
  throw new RefusedError({ code: 'command.unknown', given: first, ...(suggestion !== undefined && { suggestion }) });
}

function understands({ options, today }: AnsweringWork, { words }: CommandLine): boolean {
  return options.understand(words.remaining(), today, []).intent !== 'none';
}

function denyCommand(work: AnsweringWork, command: Command): Outcome {
  work.options.log.warn({ command: command.name }, 'command denied');
  if (work.chatRoom === undefined) throw new RefusedError({ code: 'command.forbidden', needed: command.allow });
  return 'answered';
}

function roomFor(command: Command, room: Room | undefined, named: Room | undefined): Room | undefined {
  const { scope, example } = command;
  if (scope === 'anywhere') return room?.kind === 'staff' ? undefined : room;
  if (scope === 'chat') return chatItself(command, room, named);
  if (room === undefined || room.kind === 'staff') {
    throw new RefusedError({ code: 'room.not_named', choices: [], example });
  }
  if (room.kind === null) throw new RefusedError({ code: 'room.not_registered' });
  return room;
}

function chatItself({ example }: Command, room: Room | undefined, named: Room | undefined): Room {
  const isElsewhere = named !== undefined && named.id !== room?.id;
  return present(isElsewhere ? undefined : room, { code: 'room.only_here', example });
}

function argumentContext(work: AnsweringWork, words: WordReader, room: Room | undefined, command: Command) {
  return {
    tx: work.tx,
    now: work.now,
    words,
    accountId: work.account.id,
    roomId: room?.id,
    mentions: work.message.mentions,
    today: dayFor(room, work.sentAt),
    example: command.example,
    parseDay: work.options.parseDay,
  };
}
