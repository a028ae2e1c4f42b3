/**
 * The picture of a graphic that is about to leave. It is rendered between two transactions and before the message counts as
 * sending: rendering takes time, and what died meanwhile has surely sent nothing.
 */

import type { Logger } from 'pino';
import type { Graphic } from '../domain/graphic.js';
import type { OutboxId } from '../domain/ids.js';
import type { Picture } from '../domain/picture.js';
import type { GraphicRenderer } from '../ports/graphic-renderer.js';

/** Of the message with that id. */
export interface Rendered {
  readonly id: OutboxId;
  /** Undefined where the words must do. */
  readonly picture: Picture | undefined;
}

/** Never rejects. */
export async function renderGraphic(
  { graphics, log }: { readonly graphics: GraphicRenderer; readonly log: Logger },
  { id, graphic }: { readonly id: OutboxId; readonly graphic: Graphic },
): Promise<Rendered> {
  try {
    return { id, picture: await graphics.render(graphic) };
  } catch (error) {
    log.warn(
      { err: error, outboxId: id, kind: graphic.kind },
      'a graphic could not be rendered, its words leave instead',
    );
    return { id, picture: undefined };
  }
}
