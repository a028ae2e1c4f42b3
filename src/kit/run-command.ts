/** Runs the command that a line names, for somebody who may give it, on the room that it concerns. */

import { mayActAs, type Role } from '../domain/role.js';
import { readHighestRole, readRole } from '../storage/roles.js';
import { listRegisteredRooms, type Room } from '../storage/rooms.js';
import { wasJustAnswered } from './answered-lines.js';
import { parseArguments } from './argument.js';
import type { CommandLine } from './command-line.js';
import { type Call, concernedRoom, type NamedRoom, roomMeant, withRoomNamed } from './concerned-room.js';
import { dayFor } from './day-for.js';
import type { Command } from './feature.js';
import type { AnsweringWork, Outcome } from './message-work.js';
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

  const call: Call = { command, named, typed };
  const room = roomMeant(work, call);
  const role = await readRole(work.tx, work.speaker.id, room?.id);
  if (!mayActAs(role, command.allow)) return denyCommand(work, call);
  if (role === 'member' && (await wasJustAnswered(work))) return 'answered';
  await obey(work, role, call, { words: line.words, room });
  return 'answered';
}

interface Given {
  readonly words: WordReader;
  /** The room that is meant; whether the command can concern it is still to be seen. */
  readonly room: Room | undefined;
}

async function obey(work: AnsweringWork, role: Role, call: Call, { words, room: meant }: Given): Promise<void> {
  const { command } = call;
  const room = await concernedRoom(work, call, meant);
  const today = dayFor(room, work.sentAt);
  const inRoom = withRoomNamed(work, call);
  const args = orRefuse(
    await parseArguments(command.args, {
      tx: work.tx,
      now: work.now,
      words,
      accountId: work.account.id,
      roomId: room?.id,
      mentions: work.message.mentions,
      today,
      example: inRoom(command.example),
      inRoom,
      parseDay: work.options.parseDay,
    }),
  );
  const speaker = { ...work.speaker, role };
  const reply = await command.run({ ...work, speaker, today, inRoom, room: room as Room, args });
  if (reply !== undefined) await work.chat.say(reply);
}

/** A room named first is taken off the line, for those who are staff anywhere. */
async function takeRoom(work: AnsweringWork, words: WordReader): Promise<NamedRoom | undefined> {
  const word = words.peek();
  if (word === undefined || work.catalogue.findCommand(word)) return undefined;
  if ((await readHighestRole(work.tx, work.speaker.id)) === 'member') return undefined;
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
