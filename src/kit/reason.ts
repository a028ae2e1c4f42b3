/** Things explain themselves to whoever asks why: by at most five lines, with the events behind them (product rules, section 10). */

import type { ReasonTopic } from '../domain/reason.js';
import type { Member } from '../storage/members.js';
import type { RoomWork } from './work.js';

export const MOST_LINES = 5;

export type ReasonDefinition = MemberReason | RoomReason;

/** Of somebody: a member asks in natural words, staff by `/why @somebody` and one of the words. */
export interface MemberReason {
  readonly about: 'member';
  /** What the recogniser calls it. */
  readonly topic: ReasonTopic;
  /** As staff name it; the first one stands in lists. */
  readonly words: readonly string[];
  explain(work: MemberReasonWork): Promise<readonly string[]>;
}

/** Of a room, for staff: a post, a draw. */
export interface RoomReason {
  readonly about: 'room';
  readonly words: readonly string[];
  /** Refuses what `rest` may not be. */
  explain(work: RoomReasonWork): Promise<readonly string[]>;
}

export type MemberReasonWork = RoomWork & {
  readonly member: Member;
  /** True when they ask themselves. */
  readonly isOwn: boolean;
  /** True where members read along: what was said in private stays there. */
  readonly inPublic: boolean;
  /** What followed the word, as typed; empty where they ask themselves. */
  readonly rest: string;
};

export type RoomReasonWork = RoomWork & {
  /** What followed the word, as typed. */
  readonly rest: string;
};

/** Checks the types and nothing else. */
export function defineReason<R extends ReasonDefinition>(reason: R): R {
  return reason;
}
