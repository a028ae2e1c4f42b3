/** Writes down who did what, when and where, with the rows before and after; and who took out data. */

import type { Role } from '../domain/role.js';
import { appendAction, type NewAction } from '../storage/actions.js';
import type { Room } from '../storage/rooms.js';
import type { Json } from './changes.js';
import type { Command } from './feature.js';
import type { AnsweringWork } from './message-work.js';
import type { Recorded } from './recorder.js';

const LONGEST_LINE = 500;

interface Done {
  readonly command: Command;
  readonly role: Role;
  readonly room: Room | undefined;
}

export async function logAction(work: AnsweringWork, done: Done, recorded: Recorded | undefined): Promise<void> {
  const { effect } = done.command;
  if (recorded !== undefined && (effect === 'undoable' || effect === 'final'))
    await append(work, done, { effect, ...recorded });
  for (const { what, rows } of work.exports)
    await append(work, done, { effect: 'none', changes: [], noted: { exported: what, rows } });
}

interface Logged extends Pick<NewAction, 'effect' | 'changes'> {
  readonly noted: Json;
}

async function append(work: AnsweringWork, { command, role, room }: Done, logged: Logged): Promise<void> {
  const { tx, now, account, speaker, chat, message } = work;
  await appendAction(tx, {
    accountId: account.id,
    memberId: speaker.id,
    role,
    roomId: room?.id ?? null,
    chatRoomId: chat.roomId() ?? null,
    command: command.name,
    line: lineOf(command.secret === true ? (message.text.trim().split('\n')[0] ?? '') : message.text),
    at: now,
    effect: logged.effect,
    changes: logged.changes,
    noted: logged.noted === null ? null : JSON.stringify(logged.noted),
    confirmedBy: work.confirmed?.by ?? null,
  });
}

function lineOf(text: string): string {
  const letters = [...text.trim()];
  return letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join('')}…` : letters.join('');
}
