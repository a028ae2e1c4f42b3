/**
 * When a message that follows another may leave: a picture goes after the words of its post, and only if they were sent.
 *
 * While the end of the words is unknown the picture waits, since it must neither stand alone nor be lost. Words that
 * follow words can stand alone: they only wait their turn.
 */

import type { UnsentReason } from '../domain/post.js';
import { findOutbox, type OutboxMessage } from '../storage/outbox-message.js';
import { postpone } from '../storage/outbox-sending.js';
import type { Work } from './work.js';

/** What is in front leaves, or ends, no sooner. */
const SOON_MS = 1_000;
/** An echo may still tell what became of the words. */
const DOUBT_MS = 10_000;

export type Turn = 'now' | 'later' | { readonly state: 'cancelled'; readonly reason: UnsentReason };

/** `later`: the message was postponed. */
export async function turnOf(work: Work, message: OutboxMessage): Promise<Turn> {
  if (message.followsId === null) return 'now';
  const { tx, now } = work;
  const ahead = await findOutbox(tx, message.followsId);
  if (standsAlone(message)) return turnOfWords(work, message, ahead);
  switch (ahead?.state) {
    case 'sent':
      return 'now';
    case 'planned':
      await postpone(tx, [message.id], Math.max(ahead.notBefore, now + SOON_MS));
      return 'later';
    case 'sending':
    case 'uncertain':
      if (message.expiresAt < now) return { state: 'cancelled', reason: 'words-uncertain' };
      await postpone(tx, [message.id], now + DOUBT_MS);
      return 'later';
    default:
      return { state: 'cancelled', reason: 'words-not-sent' };
  }
}

async function turnOfWords({ tx, now }: Work, message: OutboxMessage, ahead: OutboxMessage | undefined): Promise<Turn> {
  if (ahead?.state !== 'planned' && ahead?.state !== 'sending') return 'now';
  await postpone(tx, [message.id], Math.max(ahead.notBefore, now + SOON_MS));
  return 'later';
}

function standsAlone({ picture, graphic }: OutboxMessage): boolean {
  return picture === null && graphic === null;
}
