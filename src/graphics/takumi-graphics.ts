/**
 * Graphics drawn by Takumi, one at a time, so that a rush of them takes no more memory than one.
 *
 * What takes too long is given up, but it cannot be interrupted: until it has ended nothing else is drawn.
 */

import type { Graphic } from '../domain/graphic.js';
import type { Picture } from '../domain/picture.js';
import type { GraphicRenderer } from '../ports/graphic-renderer.js';
import { graphicNode } from './graphic-node.js';
import { legibleGraphic } from './legible.js';
import { WIDTH } from './palette.js';
import { type Engine, openTakumi } from './takumi.js';

const PATIENCE_MS = 3_000;

export interface TakumiGraphicsOptions {
  /** Milliseconds that a graphic may take, the wait for the one before included. */
  readonly patience?: number;
  readonly open?: () => Promise<Engine>;
}

export class TakumiGraphics implements GraphicRenderer {
  readonly #open: () => Promise<Engine>;
  readonly #patience: number;
  #engine: Promise<Engine> | undefined;
  #latest: Promise<unknown> = Promise.resolve();

  constructor({ patience = PATIENCE_MS, open = openTakumi }: TakumiGraphicsOptions = {}) {
    this.#patience = patience;
    this.#open = open;
  }

  async render(graphic: Graphic): Promise<Picture> {
    const signal = AbortSignal.timeout(this.#patience);
    const rendering = this.#latest.then(() => this.#renderNext(graphic, signal));
    this.#latest = rendering.catch(() => {});
    const bytes = await Promise.race([rendering, untilOver(signal)]);
    return { name: `${graphic.kind}.png`, type: 'image/png', bytes };
  }

  async #renderNext(graphic: Graphic, signal: AbortSignal): Promise<Uint8Array> {
    // Nobody waits any more for a graphic whose time ran out in the queue.
    signal.throwIfAborted();
    const engine = await this.#ready();
    return engine.render(graphicNode(legibleGraphic(graphic, engine.covers)), WIDTH);
  }

  /** A start that failed is tried again with the next graphic. */
  async #ready(): Promise<Engine> {
    this.#engine ??= this.#open();
    try {
      return await this.#engine;
    } catch (error) {
      this.#engine = undefined;
      throw error;
    }
  }
}

async function untilOver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The graphic took too long to draw.')), { once: true });
  });
}
