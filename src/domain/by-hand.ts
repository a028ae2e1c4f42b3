/** Whether a person may note that they sent a message by hand, by what became of it. */

import { accept, type Decision, refuse } from './decision.js';
import type { OutboxId } from './ids.js';
import type { OutboxState } from './outbox.js';

interface Known {
  readonly id: OutboxId;
  readonly state: OutboxState;
  /** The name of the picture that was to be sent; null for words. */
  readonly picture: string | null;
}

/** What never had words, or gave them to another message, could not be sent by anybody; a picture could. */
export function maySettleByHand({ id, state, picture }: Known): Decision<true> {
  if (state === 'sent') return refuse({ code: 'post.already_sent', id });
  if (state === 'sending') return refuse({ code: 'post.waiting', id });
  const isEmpty = state === 'skipped' && picture === null;
  return isEmpty ? refuse({ code: 'post.empty', id }) : accept(true);
}
