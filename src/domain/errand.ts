/** What the bot does on the platform without words. */

import type { MemberId } from './ids.js';

/** Into or out of the room that it is sent to; or onto the bot's contact with the person that it is sent to. */
export type Errand =
  | { readonly do: 'invite' | 'remove'; readonly memberId: MemberId }
  | { readonly do: 'tag' | 'untag'; readonly tag: string };

/** `uncertain`: it may have been done, so it is not repeated by itself. */
export type ErrandOutcome = 'done' | 'failed' | 'uncertain';
