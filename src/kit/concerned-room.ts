/** The room that a command concerns: the one named first, or the one it is said in, as far as its scope allows. */

import type { Room } from '../storage/rooms.js';
import { listCourseRoomsOf } from './course-rooms-of.js';
import type { Command } from './feature.js';
import { present, RefusedError } from './refused-error.js';
import { whichRoom } from './which-room.js';
import type { ChatWork } from './work.js';

/** A room with the word that named it. */
export interface NamedRoom {
  readonly word: string;
  readonly room: Room;
}

export interface Call {
  readonly command: Command;
  readonly named: NamedRoom | undefined;
  /** The line from the command on, as typed and without a prefix. */
  readonly typed: string;
}

/** A command about the very chat takes its right from there too, whatever room was named first. */
export function roomMeant({ chatRoom }: ChatWork, { command, named }: Call): Room | undefined {
  return command.scope === 'chat' ? chatRoom : (named?.room ?? chatRoom);
}

/** Refuses, kindly, where the scope wants a room and there is none. */
export async function concernedRoom(work: ChatWork, call: Call, meant: Room | undefined): Promise<Room | undefined> {
  const { scope } = call.command;
  if (scope === 'anywhere') return meant?.kind === 'staff' ? undefined : meant;
  if (scope === 'chat') return chatItself(call, meant);
  if (meant === undefined || meant.kind === 'staff') throw await unplaced(work, call);
  if (meant.kind === null) throw new RefusedError({ code: 'room.not_registered' });
  return meant;
}

/** Makes of a line, as it is typed in the room, the one that is typed here. */
export function withRoomNamed({ chatRoom }: ChatWork, { named }: Call): (line: string) => string {
  if (named === undefined || named.room.id === chatRoom?.id) return (line) => line;
  return (line) => `/${named.word} ${line.replace(/^\//u, '')}`;
}

function chatItself({ command, named }: Call, room: Room | undefined): Room {
  const isElsewhere = named !== undefined && named.room.id !== room?.id;
  return present(isElsewhere ? undefined : room, { code: 'room.only_here', example: command.example });
}

/** Members name no rooms: they are sent to their own. */
async function unplaced(work: ChatWork, { command, typed }: Call): Promise<RefusedError> {
  if (command.allow !== 'member') return whichRoom(work, { allow: command.allow, example: typed });
  const rooms = await listCourseRoomsOf(work.tx, work.speaker.id);
  return new RefusedError({ code: 'room.not_here', rooms: rooms.map((room) => room.topic) });
}
