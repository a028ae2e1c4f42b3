/** Obeys a command that was allowed: reads its arguments, runs it on its room, and writes down what it did. */

import type { Role } from '../domain/role.js';
import type { Room } from '../storage/rooms.js';
import { type ArgumentContext, parseArguments } from './argument.js';
import { type Call, concernedRoom, withRoomNamed } from './concerned-room.js';
import { dayFor } from './day-for.js';
import { logAction } from './log-action.js';
import type { AnsweringWork } from './message-work.js';
import { Recorder, unloggedChanges } from './recorder.js';
import { orRefuse } from './refused-error.js';
import { requireConfirmation } from './require-confirmation.js';
import type { WordReader } from './word-reader.js';

interface Given {
  readonly words: WordReader;
  /** The room that is meant; whether the command can concern it is still to be seen. */
  readonly room: Room | undefined;
}

export async function obey(work: AnsweringWork, role: Role, call: Call, given: Given): Promise<void> {
  const { command } = call;
  const room = await concernedRoom(work, call, given.room);
  const inRoom = withRoomNamed(work, call);
  const today = dayFor(room, work.sentAt);
  const context = { ...argumentContext(work, given.words, room), today, example: inRoom(command.example), inRoom };
  const args = orRefuse(await parseArguments(command.args, context));
  const isLogged = command.effect === 'undoable' || command.effect === 'final';
  const recorder = isLogged ? new Recorder(work.tx) : undefined;
  const reply = await command.run({
    ...work,
    speaker: { ...work.speaker, role },
    today,
    inRoom,
    room: room as Room,
    args,
    changes: recorder ?? unloggedChanges(command),
    confirm: async (impact) => requireConfirmation(work, { command, room, impact }),
  });
  await logAction(work, { command, role, room }, await recorder?.finish());
  if (reply !== undefined) await work.chat.say(reply);
}

function argumentContext(
  { tx, now, account, message, options }: AnsweringWork,
  words: WordReader,
  room: Room | undefined,
): Omit<ArgumentContext, 'today' | 'example' | 'inRoom'> {
  const { mentions } = message;
  return { tx, now, words, accountId: account.id, roomId: room?.id, mentions, parseDay: options.parseDay };
}
