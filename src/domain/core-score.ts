/**
 * The core score: four parts of 25, each shown, of the last 90 days (product rules, section 8).
 *
 * Feedback: what staff accepted or saw to brings 5 points, a complaint too. Other feedback brings 1, five of them at most, so
 * that saying much is no way up; what was declined brings nothing, and neither does a complaint before it was seen to.
 */

export const CORE_PARTS = ['loyalty', 'feedback', 'response', 'referral'] as const;
export type CorePart = (typeof CORE_PARTS)[number];

/** Facts of the last 90 days, the day itself included. */
export interface CoreFacts {
  /** Days of check-in, in whatever room. */
  readonly days: number;
  /** Tickets of theirs that staff accepted or saw to. */
  readonly accepted: number;
  /** Other feedback that was not declined. */
  readonly opinions: number;
  /** Quizzes that were answered. */
  readonly quizzes: number;
  /** Newcomers who came by this member and stayed to their third check-in. */
  readonly referrals: number;
}

export type CoreParts = Readonly<Record<CorePart, number>>;
export type CoreScore = CoreParts & { readonly total: number };

export const CORE_WINDOW_DAYS = 90;
export const MOST_OF_PART = 25;
const OF_ACCEPTED = 5;
const OF_OPINION = 1;
const MOST_OPINIONS = 5;
const OF_QUIZ = 3;
const OF_REFERRAL = 8;

export function coreScoreOf({ days, accepted, opinions, quizzes, referrals }: CoreFacts): CoreScore {
  const parts: CoreParts = {
    loyalty: partOf((days / CORE_WINDOW_DAYS) * MOST_OF_PART),
    feedback: partOf(accepted * OF_ACCEPTED + Math.min(opinions, MOST_OPINIONS) * OF_OPINION),
    response: partOf(quizzes * OF_QUIZ),
    referral: partOf(referrals * OF_REFERRAL),
  };
  return { ...parts, total: parts.loyalty + parts.feedback + parts.response + parts.referral };
}

function partOf(points: number): number {
  return Math.min(MOST_OF_PART, Math.round(points));
}

/** Proposed from half of what can be reached on. */
export const CANDIDATE_SCORE = (CORE_PARTS.length * MOST_OF_PART) / 2;
