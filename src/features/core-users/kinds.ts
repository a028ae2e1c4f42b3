/** Kinds of to-dos and errands about core users, and what a to-do about somebody is called. */

import type { MemberId } from '../../domain/ids.js';

export const CANDIDATE = 'core-candidate';
/** Nobody but a person can ask them. */
export const ASK = 'core-ask';
/** Into the core room, or out of it: where the platform cannot. */
export const BY_HAND = 'core-by-hand';
/** No longer a core user, and still in the room. */
export const STILL_IN_ROOM = 'core-still-in-room';

export const INVITE_ERRAND = 'core-invite';
export const REMOVE_ERRAND = 'core-remove';

export function refOf(memberId: MemberId): string {
  return `member:${memberId}`;
}
