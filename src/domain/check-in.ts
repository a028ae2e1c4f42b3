/** What makes a check-in complete, and what may still be added to it (product rules, section 4). */

import type { RequiredContent } from './room.js';

/** What came with a check-in: nothing but the word, a text, or a medium. */
export type Evidence = 'none' | 'text' | Medium;
export type Medium = 'picture' | 'voice' | 'video' | 'link';

/** What came otherwise than by the member's own word on the day. */
export type CheckInSource = 'make-up' | 'staff' | 'chain';

/** A picture this long before or after a bare check-in belongs to it. */
export const MEDIA_REACH_MS = 3 * 60_000;
/** A bare check-in in a room that demands content is held this long. */
export const HOLD_MS = 30 * 60_000;

export function satisfies(required: RequiredContent, evidence: Evidence): boolean {
  if (required === 'nothing') return true;
  if (required === 'text') return evidence === 'text';
  return required === 'picture' ? isMedium(evidence) : evidence !== 'none';
}

export function isMedium(kind: string): kind is Medium {
  return kind === 'picture' || kind === 'voice' || kind === 'video' || kind === 'link';
}
