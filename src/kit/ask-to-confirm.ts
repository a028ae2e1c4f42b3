/** Asks for a confirmation once all that the command wrote is undone: the message waits as a row, to be run again. */

import { randomInt } from 'node:crypto';
import { CONFIRM_WITHIN_MS, confirmationFor, type ConfirmationNeeds } from '../domain/confirmation.js';
import {
  appendConfirmation,
  type Confirmation,
  deleteConfirmation,
  deleteConfirmationsBefore,
} from '../storage/confirmations.js';
import type { AnsweringWork } from './message-work.js';
import { type ConfirmationNeededError, fingerprintOf } from './require-confirmation.js';

/** Whoever is late is told so for an hour. */
const KEPT_MS = 60 * 60_000;
const ATTEMPTS = 1_000;

export async function askToConfirm({ work, command, room, impact }: ConfirmationNeededError): Promise<void> {
  const { tx, now, account, speaker, chatRoom, message, confirmed, options } = work;
  if (confirmed) await deleteConfirmation(tx, account.id, confirmed.code);
  const needs: ConfirmationNeeds = confirmationFor(impact) ?? 'own';
  const code = await appendWithCode(work, {
    accountId: account.id,
    memberId: speaker.id,
    chatRoomId: chatRoom?.id ?? null,
    roomId: room?.id ?? null,
    command: command.name,
    message,
    impact,
    fingerprint: fingerprintOf(impact),
    needs,
    askedAt: now,
    expiresAt: now + CONFIRM_WITHIN_MS,
    firstConfirmedAt: null,
  });
  const addressed = chatRoom?.kind === null;
  const anew = confirmed !== undefined;
  await work.chat.say(options.wording.confirmation({ type: 'asked', code, impact, needs, addressed, anew }));
}

/** Returns the code: four digits that stand for nothing else in the account at present. */
export async function appendWithCode(
  { tx, now, account }: AnsweringWork,
  asked: Omit<Confirmation, 'code'>,
): Promise<string> {
  await deleteConfirmationsBefore(tx, account.id, now - KEPT_MS);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const code = String(randomInt(10_000)).padStart(4, '0');
    if (await appendConfirmation(tx, { ...asked, code })) return code;
  }
  throw new Error('There is no code left to confirm by.');
}
