/**
 * Answers a confirmation: the message that waits is run again, as its sender and in its chat, and this time it may.
 *
 * What it would do is worked out anew. If that is no longer what was confirmed, it is asked for once more.
 */

import { type ConfirmationNews, decideConfirmation, SECOND_WITHIN_MS } from '../domain/confirmation.js';
import type { Refusal } from '../domain/refusal.js';
import { mayActAs } from '../domain/role.js';
import {
  type Confirmation,
  deleteConfirmation,
  findConfirmation,
  markFirstConfirmed,
} from '../storage/confirmations.js';
import { readHighestRole, readRole } from '../storage/roles.js';
import { listRoomsOfKind, readRoom } from '../storage/rooms.js';
import { mayStillSay } from './answered-lines.js';
import { appendWithCode } from './ask-to-confirm.js';
import { readCommandLine } from './command-line.js';
import { type AnsweringWork, botNamesOf, messageWork, type Outcome } from './message-work.js';
import { isPublic } from './public-place.js';
import { RefusedError } from './refused-error.js';
import { runCommand } from './run-command.js';
import { listOthersAllowing } from './second-manager.js';
import { identifySpeaker } from './speaker.js';
import { startAnswering } from './start-answering.js';
import { queueReply } from './work.js';

const WRONG_CODES = 5;
const WRONG_WITHIN_MS = 10 * 60_000;

/** Talk among members that happens to look like it is left alone. */
export async function confirmLine(work: AnsweringWork, code: string, addressed: boolean): Promise<Outcome> {
  const { tx, account, speaker, sentAt } = work;
  if (!addressed && (await readHighestRole(tx, speaker.id, sentAt)) === 'member') return 'unknown';
  const pending = await findConfirmation(tx, account.id, code);
  const decided = decideConfirmation(pending, {
    memberId: speaker.id,
    chatRoomId: work.chatRoom?.id ?? null,
    amongStaff: !isPublic(work.chatRoom),
    mayGive: pending !== undefined && (await mayGive(work, pending)),
    now: work.now,
  });
  if (!decided.ok) await sayNo(work, decided.refusal);
  else if (pending && decided.value === 'next') await askForSecond(work, pending);
  else if (pending) await obeyConfirmed(work, pending);
  return 'answered';
}

async function mayGive({ tx, sentAt, catalogue, speaker }: AnsweringWork, pending: Confirmation): Promise<boolean> {
  const command = catalogue.findCommandNamed(pending.command);
  const role = await readRole(tx, speaker.id, pending.roomId ?? undefined, sentAt);
  return command !== undefined && mayActAs(role, command.allow);
}

/** A few times; whoever goes on guessing hears nothing. */
async function sayNo(work: AnsweringWork, refusal: Refusal): Promise<void> {
  const mayHear = await mayStillSay(work, 'confirm', { most: WRONG_CODES, within: WRONG_WITHIN_MS });
  if (mayHear) await work.chat.say(work.options.wording.refusal(refusal));
}

async function askForSecond(work: AnsweringWork, pending: Confirmation): Promise<void> {
  const others = await listOthersAllowing(work, pending);
  if (others.length === 0) return askAgain(work, pending);
  const { tx, now, account, speaker, chatRoom } = work;
  const { code, impact } = pending;
  await markFirstConfirmed(tx, pending, { at: now, expiresAt: now + SECOND_WITHIN_MS });
  const staff = (await listRoomsOfKind(tx, account.id, 'staff')).filter((room) => room.id !== chatRoom?.id);
  const wanted = say(work, { type: 'second-wanted', code, impact, asker: speaker.name });
  for (const room of staff) await queueReply(work, { roomId: room.id }, wanted);
  await work.chat.say(say(work, { type: 'second-awaited', code, toldStaff: staff.length > 0 }));
}

/** Nobody else could: the same person decides twice, by another code so that no line sent twice does it. */
async function askAgain(work: AnsweringWork, pending: Confirmation): Promise<void> {
  const { tx, now, account } = work;
  await deleteConfirmation(tx, account.id, pending.code);
  const expiresAt = now + (pending.expiresAt - pending.askedAt);
  const code = await appendWithCode(work, {
    ...pending,
    needs: 'again',
    askedAt: now,
    expiresAt,
    firstConfirmedAt: now,
  });
  await work.chat.say(say(work, { type: 'alone', code }));
}

async function obeyConfirmed(work: AnsweringWork, pending: Confirmation): Promise<void> {
  const { tx, account, speaker } = work;
  await deleteConfirmation(tx, account.id, pending.code);
  const again = await startAgain(work, pending);
  const line = readCommandLine(again.message, botNamesOf(again));
  const isKnown = again.speaker.id === pending.memberId && line !== undefined;
  if (!isKnown || (await runCommand(again, line)) !== 'answered') throw new RefusedError({ code: 'confirm.unknown' });
  const isElsewhere = (work.chatRoom?.id ?? null) !== pending.chatRoomId || again.chatRoom === undefined;
  if (speaker.id !== pending.memberId && isElsewhere) await work.chat.say(say(work, { type: 'done-elsewhere' }));
}

async function startAgain(work: AnsweringWork, pending: Confirmation): Promise<AnsweringWork> {
  const { code, fingerprint, chatRoomId, memberId, message } = pending;
  const room = chatRoomId === null ? undefined : await readRoom(work.tx, chatRoomId);
  const asked = messageWork(work, work.options, message, room);
  const again = startAnswering(asked, await identifySpeaker(asked));
  const by = work.speaker.id === memberId ? null : work.speaker.id;
  return { ...again, confirmed: { code, fingerprint, by } };
}

function say({ options }: AnsweringWork, news: ConfirmationNews): string {
  return options.wording.confirmation(news);
}
