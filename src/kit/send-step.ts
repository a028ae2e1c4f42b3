/** What the sender does next. */

import type { Graphic } from '../domain/graphic.js';
import type { OutboxId } from '../domain/ids.js';
import type { Picture } from '../domain/picture.js';
import type { ChatPerson, ChatTarget, PlatformErrand } from '../ports/chat-gateway.js';

export type Step =
  | {
      readonly do: 'send';
      readonly id: OutboxId;
      readonly to: ChatTarget;
      readonly text: string;
      readonly mentions: readonly ChatPerson[];
      readonly picture?: Picture;
      /** Whether the picture is a graphic, or a graphic was given up for the words. */
      readonly graphic?: 'rendered' | 'given-up';
      /** Done in place of words. */
      readonly errand?: PlatformErrand;
      readonly attempt: number;
      readonly at: number;
    }
  /** Nothing to say before `until`; `paced` when whatever comes in meanwhile would have to wait too. */
  | { readonly do: 'wait'; readonly until: number; readonly paced?: true }
  | { readonly do: 'rest' }
  /** To be asked again with the message's graphic rendered. Nothing is written yet. */
  | { readonly do: 'render'; readonly id: OutboxId; readonly graphic: Graphic }
  /** Something was put aside: look again. */
  | { readonly do: 'again' };
