/** Pictures of cards without any drawing: the card itself is what they hold. */

import type { Card } from '../../src/domain/card.js';
import type { Picture } from '../../src/domain/picture.js';
import type { CardRenderer } from '../../src/ports/card-renderer.js';

export class FakeCardRenderer implements CardRenderer {
  /** Every card that was asked for, in order. */
  readonly asked: Card[] = [];
  /** Runs before a picture is there; what it throws is what `render` rejects with. */
  meanwhile: (card: Card) => Promise<void> | void = () => {};

  async render(card: Card): Promise<Picture> {
    this.asked.push(card);
    await this.meanwhile(card);
    return { name: `${card.kind}.png`, type: 'image/png', bytes: Buffer.from(JSON.stringify(card)) };
  }
}
