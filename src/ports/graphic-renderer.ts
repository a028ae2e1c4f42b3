/** Makes pictures of graphics. */

import type { Graphic } from '../domain/graphic.js';
import type { Picture } from '../domain/picture.js';

export interface GraphicRenderer {
  /**
   * Takes a while, though never for ever, and holds up nothing else meanwhile. Undefined where no pictures are made; rejects
   * when this one could not be. Whoever asks has words to fall back on.
   */
  render(graphic: Graphic): Promise<Picture | undefined>;
}

/** Where nothing draws, or the way to WeChat takes no pictures. */
export const noGraphics: GraphicRenderer = { render: async () => undefined };
