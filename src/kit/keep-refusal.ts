/** Keeps the last thing that somebody was refused, for when they ask why. Codes that were in the line are left out. */

import type { Refusal } from '../domain/refusal.js';
import { saveLastRefusal } from '../storage/last-refusals.js';
import type { AnsweringWork } from './message-work.js';

const LONGEST_LINE = 60;
/** Latin letters and digits mixed: a claim, a binding, a gift. */
const CODE = /(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d-]{6,}/giu;

export async function keepRefusal(work: AnsweringWork, refusal: Refusal): Promise<void> {
  const { tx, now, speaker, chatRoom, message } = work;
  const line = holdsSecret(work) ? '' : message.text.trim().replace(CODE, '…');
  const roomId = chatRoom?.id ?? null;
  const kept = [...line].slice(0, LONGEST_LINE).join('');
  await saveLastRefusal(tx, { memberId: speaker.id, roomId, refusal, line: kept, at: now });
}

function holdsSecret({ catalogue, message }: AnsweringWork): boolean {
  const secret = catalogue.commands.filter((command) => command.secret === true);
  return secret.some(({ triggers }) => triggers.some((trigger) => message.text.includes(trigger)));
}
