/** Makes pictures of cards. */

import type { Card } from '../domain/card.js';
import type { Picture } from '../domain/picture.js';

export interface CardRenderer {
  /**
   * Takes a while, though never for ever, and holds up nothing else meanwhile. Undefined where no pictures are made; rejects
   * when this one could not be. Whoever asks has words to fall back on.
   */
  render(card: Card): Promise<Picture | undefined>;
}

/** Where nothing draws, or the way to WeChat takes no pictures. */
export const noCards: CardRenderer = { render: async () => undefined };
