/** What a member's line means. One line, one intent; when in doubt, none. */

import type { LocalDay } from '../local-day.js';

export type Understanding =
  | { readonly intent: 'none' }
  | { readonly intent: 'check-in'; readonly content: string }
  /** `day`: null when none was given or it does not exist; `future` when it lies ahead. */
  | { readonly intent: 'make-up'; readonly day: LocalDay | 'future' | null; readonly content: string }
  | { readonly intent: 'leave'; readonly day: LocalDay }
  | { readonly intent: 'ask' | 'feedback' | 'complaint'; readonly content: string }
  | { readonly intent: 'redeem' | 'confirm'; readonly arg: string }
  | { readonly intent: 'quiet'; readonly arg: 'on' | 'off' }
  | { readonly intent: PlainIntent };

/** Intents that say all by themselves. */
export type PlainIntent =
  | 'withdraw'
  | 'mine'
  | 'board'
  | 'draw'
  | 'board-opt-out'
  | 'board-opt-in'
  | 'my-data'
  | 'export-data'
  | 'delete-data'
  | 'help';
