/** Stops a command before it has written anything, unless what it is about to do needs no confirmation or has it. */

import { createHash } from 'node:crypto';
import { confirmationFor, type Impact } from '../domain/confirmation.js';
import type { Room } from '../storage/rooms.js';
import type { Command } from './feature.js';
import type { AnsweringWork } from './message-work.js';

/** Ends the command; the asker is told what it would do, and by which code it goes on. */
export class ConfirmationNeededError extends Error {
  override readonly name = 'ConfirmationNeededError';
  /** As the one who gave the command: somebody else may have confirmed it as the second. */
  readonly work: AnsweringWork;
  readonly command: Command;
  readonly room: Room | undefined;
  readonly impact: Impact;

  constructor(work: AnsweringWork, { command, room, impact }: Wanted) {
    super(`The command ${command.name} has to be confirmed.`);
    this.work = work;
    this.command = command;
    this.room = room;
    this.impact = impact;
  }
}

interface Wanted {
  readonly command: Command;
  /** The one that the command concerns. */
  readonly room: Room | undefined;
  readonly impact: Impact;
}

export function requireConfirmation(work: AnsweringWork, wanted: Wanted): void {
  const { effect, name } = wanted.command;
  if (effect === 'none' || effect === 'own') throw new Error(`The command ${name} confirms what it does not do.`);
  if (confirmationFor(wanted.impact) === undefined) return;
  if (work.confirmed?.fingerprint !== fingerprintOf(wanted.impact)) throw new ConfirmationNeededError(work, wanted);
}

/** The same as long as the same would be done to the same people. */
export function fingerprintOf({ what, people, names, money = false }: Impact): string {
  const told = JSON.stringify([what, people, names.toSorted(), money]);
  return createHash('sha256').update(told).digest('base64');
}
