/** What a member's line means. One line, one intent; when in doubt, none. */

import type { CourseWish } from '../course-wish.js';
import type { LocalDay } from '../local-day.js';
import type { ReasonTopic } from '../reason.js';

export type Understanding =
  | { readonly intent: 'none' }
  | { readonly intent: 'check-in'; readonly content: string }
  /** `day`: null when none was given or it does not exist; `future` when it lies ahead. */
  | { readonly intent: 'make-up'; readonly day: LocalDay | 'future' | null; readonly content: string }
  /** `day`: the first one named, else today. `span`: absent for that day alone. */
  | { readonly intent: 'leave'; readonly day: LocalDay; readonly span?: DaySpan }
  | { readonly intent: 'ask' | 'feedback' | 'complaint' | 'appeal'; readonly content: string }
  | { readonly intent: 'redeem' | 'confirm' | 'invitation-code' | 'activate-code'; readonly arg: string }
  | { readonly intent: 'why'; readonly topic: ReasonTopic }
  /** `arg`: the tags, one space between them; empty for what there is to choose. `is` was said of oneself, as people do in talk too. */
  | { readonly intent: 'choose-tag'; readonly act: 'choose' | 'drop' | 'is'; readonly arg: string }
  | { readonly intent: 'course-wish'; readonly wish: CourseWish }
  | { readonly intent: 'quiet'; readonly arg: 'on' | 'off' }
  | { readonly intent: PlainIntent };

/** Days, both included. */
export interface DaySpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** Intents that say all by themselves. */
export type PlainIntent =
  | 'withdraw'
  | 'end-leave'
  | 'mine'
  | 'board'
  | 'calendar'
  | 'day-graphic'
  | 'certificate'
  | 'draw'
  | 'own-code'
  | 'flash-sale'
  | 'board-opt-out'
  | 'board-opt-in'
  | 'my-data'
  | 'export-data'
  | 'delete-data'
  | 'help';
