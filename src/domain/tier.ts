/**
 * Tiers: a ladder of what somebody has done here, and what each rung of it brings.
 *
 * A rule proposes and a person confirms, unless the room lets rules apply; nobody falls before a time of grace is over, and
 * nobody whom a person has put there falls by a rule.
 */

import type { LocalDay } from './local-day.js';

export const TIER_FIGURES = ['points', 'days', 'paid', 'score'] as const;
/** Points ever earned, days of check-in, fen paid, core score. */
export type TierFigure = (typeof TIER_FIGURES)[number];
export type TierFigures = Readonly<Record<TierFigure, number>>;

export interface Perks {
  /** Make-ups a month on top of what the room gives. */
  readonly makeUps: number;
  /** How many tickets an entry in a draw has; 1 for everybody. */
  readonly lotteryWeight: number;
  /** Hears of flash sales and draws some minutes before the room. */
  readonly earlyNotice: boolean;
  /** Stands before the name on boards; empty for none. */
  readonly boardBadge: string;
}

export const NO_PERKS: Perks = { makeUps: 0, lotteryWeight: 1, earlyNotice: false, boardBadge: '' };

export const PERK_LIMITS = { makeUps: 10, lotteryWeight: 5, boardBadge: 2 } as const;

export interface TierRung {
  readonly name: string;
  /** All of them must be reached; a rung that asks for nothing is where everybody begins. */
  readonly needs: Partial<TierFigures>;
  readonly perks: Perks;
}

/** Rungs in ascending order; the first one asks for nothing. */
export type Ladder = readonly [TierRung, ...TierRung[]];

/** Where an account has no ladder of its own. Copy has the names of its rungs. */
export const USUAL_LADDER: Ladder = [
  { name: 'bronze', needs: {}, perks: NO_PERKS },
  { name: 'silver', needs: { days: 14, points: 150 }, perks: { ...NO_PERKS, boardBadge: '☆' } },
  {
    name: 'gold',
    needs: { days: 60, points: 800 },
    perks: { ...NO_PERKS, makeUps: 1, lotteryWeight: 2, boardBadge: '★' },
  },
  {
    name: 'diamond',
    needs: { days: 180, points: 3_000 },
    perks: { makeUps: 2, lotteryWeight: 3, earlyNotice: true, boardBadge: '◆' },
  },
];

export const LADDER_LIMITS = {
  rungs: 8,
  name: 6,
  points: 1_000_000,
  days: 3_650,
  paid: 100_000_000,
  score: 100,
} as const;

/** Days for which somebody stays on a rung that is no longer held. */
export const TIER_GRACE_DAYS = 30;

export type TierChangeCause = 'rule' | 'confirmed' | 'manual' | 'undone';

/** The highest rung that the figures reach; 0 when none asks for less. */
export function rungFor(ladder: Ladder, figures: TierFigures): number {
  return Math.max(
    0,
    ladder.findLastIndex((rung) => reaches(rung, figures)),
  );
}

function reaches({ needs }: TierRung, figures: TierFigures): boolean {
  return TIER_FIGURES.every((figure) => figures[figure] >= (needs[figure] ?? 0));
}

/** The place of a tier on the ladder; the lowest for one that is no longer there. */
export function placeOf(ladder: Ladder, tier: string | undefined): number {
  return Math.max(
    0,
    ladder.findIndex(({ name }) => name === tier),
  );
}

export function rungAt(ladder: Ladder, place: number): TierRung {
  return ladder[place] ?? ladder[0];
}

export interface TierStanding {
  /** Index in the ladder. */
  readonly rung: number;
  /** True where a person put them there: no rule takes them down. */
  readonly byHand: boolean;
  /** Since when the figures no longer reach it; null while they do. */
  readonly belowSince: LocalDay | null;
}

export type TierChange =
  | { readonly do: 'stay'; readonly belowSince: LocalDay | null }
  | { readonly do: 'rise' | 'fall'; readonly to: number };

/** Counted anew whenever the figures reach the rung again, so that nobody goes up and down with them. */
export function judgeTier({ rung, byHand, belowSince }: TierStanding, reached: number, today: LocalDay): TierChange {
  if (reached > rung) return { do: 'rise', to: reached };
  if (reached === rung || byHand) return { do: 'stay', belowSince: null };
  const since = belowSince ?? today;
  return today - since >= TIER_GRACE_DAYS ? { do: 'fall', to: reached } : { do: 'stay', belowSince: since };
}

/** What is still missing for a rung, figure by figure; empty when it is reached. */
export function missingFor({ needs }: TierRung, figures: TierFigures): Partial<TierFigures> {
  return Object.fromEntries(
    TIER_FIGURES.flatMap((figure) => {
      const missing = (needs[figure] ?? 0) - figures[figure];
      return missing > 0 ? [[figure, missing]] : [];
    }),
  );
}
