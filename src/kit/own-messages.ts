/**
 * Learns from ordinary sends whether the platform shows us our own messages: nothing is said for the sake of it.
 *
 * What was learnt may be wrong for a while, and then puts itself right: an echo that comes after all proves a message that
 * was doubtful, whatever is written down here.
 */

import { saveOwnMessages } from '../storage/accounts.js';
import { hasSentBefore } from '../storage/outbox-counts.js';
import type { Work } from './work.js';

/** So many messages left, and not one of them came back within this time: none does. */
const ENOUGH = 3;
const PATIENCE_MS = 10_000;
/** How much earlier than our own clock the platform's may have stamped a message. */
const CLOCK_DIFFERENCE_MS = 5_000;

/** An echo came in: of a message from before `onlineSince`, it was told again after a loss of the connection. */
export async function noteShown({ tx, account }: Work, sentAt: number, onlineSince: number | undefined): Promise<void> {
  const isReplay = onlineSince !== undefined && sentAt < onlineSince - CLOCK_DIFFERENCE_MS;
  const learnt = isReplay ? 'replayed' : 'shown';
  if (account.ownMessages === 'replayed' || account.ownMessages === learnt) return;
  await saveOwnMessages(tx, account.id, learnt);
}

/** To be called now and then while nothing is known. */
export async function noteUnseen({ tx, account, now }: Work): Promise<void> {
  if (account.ownMessages !== null) return;
  if (await hasSentBefore(tx, account.id, now - PATIENCE_MS, ENOUGH)) await saveOwnMessages(tx, account.id, 'unseen');
}
