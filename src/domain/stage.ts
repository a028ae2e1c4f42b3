/**
 * The stage of somebody's life here, told from check-ins alone, as it is now: who has not come for thirty days is gone, who
 * has not for seven is fading, and of the others the days of check-in tell. Counted from joining for those who never came.
 */

export const STAGES = ['newcomer', 'growing', 'mature', 'fading', 'gone'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageFacts {
  /** Days of check-in. */
  readonly days: number;
  /** Since the last check-in, or since joining where there was none. */
  readonly idle: number;
}

/** From the first figure on, and below the second one; null for no bound. */
export type Span = readonly [from: number, below: number | null];

/** What each stage asks of the facts: no two of them meet, and together they cover everything. */
export const STAGE_RULES: Readonly<Record<Stage, { readonly days: Span; readonly idle: Span }>> = {
  newcomer: { days: [0, 7], idle: [0, 7] },
  growing: { days: [7, 30], idle: [0, 7] },
  mature: { days: [30, null], idle: [0, 7] },
  fading: { days: [0, null], idle: [7, 30] },
  gone: { days: [0, null], idle: [30, null] },
};

export function stageOf(facts: StageFacts): Stage {
  const { days, idle } = facts;
  return (
    STAGES.find((stage) => within(days, STAGE_RULES[stage].days) && within(idle, STAGE_RULES[stage].idle)) ?? 'newcomer'
  );
}

function within(value: number, [from, below]: Span): boolean {
  return value >= from && (below === null || value < below);
}
