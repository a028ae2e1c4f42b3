/**
 * Core users: proposed by their score, asked by a manager, and only with their own word (product rules, section 8).
 */

import { accept, type Decision, refuse } from './decision.js';

/**
 * How it stands between a member and the core: `passed` over by staff for now, `invited`, `declined`, `active`, `left` by
 * their own word, `removed` by staff.
 */
export type CoreState = 'passed' | 'invited' | 'declined' | 'active' | 'left' | 'removed';

/** As it last changed, and when. */
export interface CoreStanding {
  readonly state: CoreState;
  readonly at: number;
}

const DAY_MS = 86_400_000;
/** Whoever was passed over, or declined, left or was removed, is not proposed before that. */
const REST_MS = 30 * DAY_MS;
/** In which an invitation can be answered, and whoever left may come back by a word. */
export const ANSWER_WITHIN_MS = 7 * DAY_MS;

/** Core users are never more than a fifth of those who are present. */
export function mostCore(present: number): number {
  return Math.floor(present / 5);
}

/** An invitation that nobody answered in time is none any more. */
export function isAsked(standing: CoreStanding | undefined, now: number): boolean {
  return standing?.state === 'invited' && now - standing.at <= ANSWER_WITHIN_MS;
}

/** Not before they were left in peace for a while. */
export function mayPropose(standing: CoreStanding | undefined, now: number): boolean {
  if (standing === undefined) return true;
  return standing.state !== 'active' && now - standing.at > REST_MS;
}

export interface Candidate {
  readonly memberId: number;
  readonly total: number;
}

/** The best first, as many as there are places. */
export function bestOf<C extends Candidate>(candidates: readonly C[], places: number): C[] {
  const ranked = candidates.toSorted((a, b) => b.total - a.total || a.memberId - b.memberId);
  return ranked.slice(0, Math.max(0, places));
}

export interface WantedInvitation {
  readonly name: string;
  readonly standing: CoreStanding | undefined;
  /** Core users there are, and members of all rooms. */
  readonly active: number;
  readonly present: number;
  readonly now: number;
}

/** Staff may ask whom they passed over; whoever declined is left in peace. */
export function decideInvitation({ name, standing, active, present, now }: WantedInvitation): Decision<'invite'> {
  if (standing?.state === 'active') return refuse({ code: 'core.is_one', name });
  if (isAsked(standing, now)) return refuse({ code: 'core.is_asked', name });
  if (standing?.state === 'declined' && now - standing.at <= REST_MS)
    return refuse({
      code: 'core.declined_lately',
      name,
      days: Math.ceil((REST_MS - (now - standing.at)) / DAY_MS) || 1,
    });
  const most = mostCore(present);
  return active >= most ? refuse({ code: 'core.full', most, present }) : accept('invite');
}

/** Undefined for whoever was not asked, and did not just leave: their word means something else. */
export function decideConsent(
  standing: CoreStanding | undefined,
  { active, present, now }: Pick<WantedInvitation, 'active' | 'present' | 'now'>,
): Decision<'join'> | undefined {
  const isBack = standing?.state === 'left' && now - standing.at <= ANSWER_WITHIN_MS;
  if (!isBack && !isAsked(standing, now)) return undefined;
  return active >= mostCore(present) ? refuse({ code: 'core.full_now' }) : accept('join');
}
