/**
 * Trust: 0 to 100, high is trusted. It begins at 60, moves with what happened, and what happened fades. It suggests and
 * explains; nothing is ever done to anybody by the score alone (product rules, section 8).
 */

/** What has no rows of its own from which it could be told: it is written down when it happens. */
export const RECORDED_TRUST_KINDS = ['answer-accepted'] as const;
export type RecordedTrustKind = (typeof RECORDED_TRUST_KINDS)[number];

export type TrustEventKind = 'check-in' | 'feedback-accepted' | 'paid' | 'warned' | 'hidden' | RecordedTrustKind;

interface Weight {
  readonly points: number;
  /** Days after which half of it is left. */
  readonly halfLife: number;
}

const WEIGHTS: Readonly<Record<TrustEventKind, Weight>> = {
  'check-in': { points: 1, halfLife: 30 },
  'answer-accepted': { points: 4, halfLife: 90 },
  'feedback-accepted': { points: 5, halfLife: 120 },
  paid: { points: 8, halfLife: 365 },
  warned: { points: -10, halfLife: 30 },
  hidden: { points: -15, halfLife: 45 },
};

export const START_OF_TRUST = 60;
/** The most that check-ins alone can bring. */
const MOST_BY_CHECK_INS = 20;
const DAY_MS = 86_400_000;
/** What lies further back than this has faded to nothing that shows. */
export const TRUST_REACHES_BACK_MS = 3 * 365 * DAY_MS;

export interface TrustEvent {
  readonly kind: TrustEventKind;
  readonly at: number;
}

export interface TrustReason {
  readonly kind: TrustEventKind;
  readonly times: number;
  /** What it adds to the score now, rounded to a tenth. */
  readonly points: number;
}

export interface Trust {
  readonly score: number;
  /** What weighs most comes first. */
  readonly reasons: readonly TrustReason[];
}

/** A function of the events and the moment alone; their order does not matter. */
export function trustOf(events: readonly TrustEvent[], now: number): Trust {
  const sums = new Map<TrustEventKind, { times: number; points: number }>();
  for (const { kind, at } of inReach(events, now)) {
    const sum = sums.get(kind) ?? { times: 0, points: 0 };
    sums.set(kind, { times: sum.times + 1, points: sum.points + weightOf(kind, now - at) });
  }
  const reasons = [...sums].map(([kind, { times, points }]) => ({ kind, times, tenths: inTenths(kind, points) }));
  const total = reasons.reduce((sum, { tenths }) => sum + tenths, START_OF_TRUST * 10);
  return {
    score: Math.min(100, Math.max(0, Math.round(total / 10))),
    reasons: reasons
      .toSorted((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths) || (a.kind < b.kind ? -1 : 1))
      .map(({ kind, times, tenths }) => ({ kind, times, points: tenths / 10 })),
  };
}

/** The oldest first: sums of many small numbers differ in their last digits by their order. */
function inReach(events: readonly TrustEvent[], now: number): TrustEvent[] {
  const near = events.filter(({ at }) => at <= now && at > now - TRUST_REACHES_BACK_MS);
  return near.toSorted((a, b) => a.at - b.at);
}

function weightOf(kind: TrustEventKind, age: number): number {
  const { points, halfLife } = WEIGHTS[kind];
  return points * 0.5 ** (age / DAY_MS / halfLife);
}

/** As an integer, which adds up without a rest. */
function inTenths(kind: TrustEventKind, points: number): number {
  return Math.round(10 * (kind === 'check-in' ? Math.min(MOST_BY_CHECK_INS, points) : points));
}
