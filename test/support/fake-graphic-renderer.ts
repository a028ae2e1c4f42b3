/** Pictures of graphics without any drawing: the graphic itself is what they hold. */

import type { Graphic } from '../../src/domain/graphic.js';
import type { Picture } from '../../src/domain/picture.js';
import type { GraphicRenderer } from '../../src/ports/graphic-renderer.js';

export class FakeGraphicRenderer implements GraphicRenderer {
  /** Every graphic that was asked for, in order. */
  readonly asked: Graphic[] = [];
  /** Runs before a picture is there; what it throws is what `render` rejects with. */
  meanwhile: (graphic: Graphic) => Promise<void> | void = () => {};

  async render(graphic: Graphic): Promise<Picture> {
    this.asked.push(graphic);
    await this.meanwhile(graphic);
    return { name: `${graphic.kind}.png`, type: 'image/png', bytes: Buffer.from(JSON.stringify(graphic)) };
  }
}
