/**
 * The core score: four parts of 25, each shown, of the last 90 days (product rules, section 8).
 *
 * A part of which nothing is counted yet has no source. It is 0 and says so, and nobody is measured against it.
 */

export const CORE_PARTS = ['loyalty', 'feedback', 'response', 'referral'] as const;
export type CorePart = (typeof CORE_PARTS)[number];

/** Suggestions are counted once there are tickets. */
const WITHOUT_SOURCE: readonly CorePart[] = ['feedback'];

export function hasSource(one: CorePart): boolean {
  return !WITHOUT_SOURCE.includes(one);
}

/** Facts of the last 90 days, the day itself included. */
export interface CoreFacts {
  /** Days of check-in, in whatever room. */
  readonly days: number;
  /** Quizzes that were answered. */
  readonly quizzes: number;
  /** Newcomers who came by this member and stayed to their third check-in. */
  readonly referrals: number;
}

export type CoreParts = Readonly<Record<CorePart, number>>;
export type CoreScore = CoreParts & { readonly total: number };

export const CORE_WINDOW_DAYS = 90;
export const MOST_OF_PART = 25;
const OF_QUIZ = 3;
const OF_REFERRAL = 8;

export function coreScoreOf({ days, quizzes, referrals }: CoreFacts): CoreScore {
  const parts: CoreParts = {
    loyalty: partOf((days / CORE_WINDOW_DAYS) * MOST_OF_PART),
    feedback: 0,
    response: partOf(quizzes * OF_QUIZ),
    referral: partOf(referrals * OF_REFERRAL),
  };
  return { ...parts, total: parts.loyalty + parts.feedback + parts.response + parts.referral };
}

function partOf(points: number): number {
  return Math.min(MOST_OF_PART, Math.round(points));
}

/** Proposed from half of what can be reached on: 38 of 75, and 50 once every part has a source. */
export const CANDIDATE_SCORE = Math.ceil((CORE_PARTS.filter(hasSource).length * MOST_OF_PART) / 2);
