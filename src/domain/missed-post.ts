/** A post that did not appear, as staff are told of it. */

import type { LocalDay } from './local-day.js';
import type { SlotKind } from './post.js';

export interface MissedPost {
  readonly topic: string;
  readonly kind: SlotKind;
  readonly day: LocalDay;
  /** As it is stored: why it was skipped, or why it ended without being sent. */
  readonly reason: string;
  /** The number by which it is sent again; absent when it had no words. */
  readonly id?: number;
  /** The name of the picture that was to be sent; absent for words. */
  readonly picture?: string | null;
}
