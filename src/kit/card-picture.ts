/**
 * The picture of a card that is about to leave. It is rendered between two transactions and before the message counts as
 * sending: rendering takes time, and what died meanwhile has surely sent nothing.
 */

import type { Logger } from 'pino';
import type { Card } from '../domain/card.js';
import type { OutboxId } from '../domain/ids.js';
import type { Picture } from '../domain/picture.js';
import type { CardRenderer } from '../ports/card-renderer.js';

/** Of the message with that id. */
export interface Rendered {
  readonly id: OutboxId;
  /** Undefined where the words must do. */
  readonly picture: Picture | undefined;
}

/** Never rejects. */
export async function renderCard(
  { cards, log }: { readonly cards: CardRenderer; readonly log: Logger },
  { id, card }: { readonly id: OutboxId; readonly card: Card },
): Promise<Rendered> {
  try {
    return { id, picture: await cards.render(card) };
  } catch (error) {
    log.warn({ err: error, outboxId: id, kind: card.kind }, 'a card could not be rendered, its words leave instead');
    return { id, picture: undefined };
  }
}
