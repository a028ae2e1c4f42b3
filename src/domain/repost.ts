/**
 * Whether a person may have a message sent again, by what became of it.
 *
 * A message whose end is unknown is sent again only by its number: whoever names it has looked.
 */

import { accept, type Decision, refuse } from './decision.js';
import type { OutboxId } from './ids.js';
import type { OutboxState } from './outbox.js';

export interface Ended {
  readonly id: OutboxId;
  readonly state: OutboxState;
  /** The name of the picture that was to be sent; null for words. */
  readonly picture: string | null;
}

/** For the slot of a day: what was never sent may be composed anew. */
export function mayFillSlot({ id, state }: Pick<Ended, 'id' | 'state'>): Decision<true> {
  if (state === 'uncertain') return refuse({ code: 'post.uncertain', id });
  return isOver(state) ? accept(true) : refuse(inTheWay(id, state));
}

/** For a message by its number: what it has, or had, goes out again. A picture that was skipped is still known by name. */
export function mayResend({ id, state, picture }: Ended): Decision<true> {
  if (state === 'skipped' && picture === null) return refuse({ code: 'post.empty', id });
  return state === 'uncertain' || isOver(state) ? accept(true) : refuse(inTheWay(id, state));
}

/** For the picture of a post whose words go out again: one that left, or may have left, stays as it is. */
export function mayFollowAgain({ state }: Pick<Ended, 'state'>): boolean {
  return state === 'planned' || isOver(state);
}

function isOver(state: OutboxState): boolean {
  return state === 'skipped' || state === 'failed' || state === 'expired' || state === 'cancelled';
}

function inTheWay(id: OutboxId, state: OutboxState) {
  const waits = state === 'planned' || state === 'sending';
  return { code: waits ? 'post.waiting' : 'post.already_sent', id } as const;
}
