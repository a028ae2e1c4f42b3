/**
 * Pacing: how fast one account may speak without being taken for a machine (product rules, section 13).
 *
 * Pure arithmetic; what was sent before is told by the rows, so a restart forgets nothing.
 */

export interface Pacing {
  /** Milliseconds between two sends of the account: at least, at most (a random point between). */
  readonly minGap: number;
  readonly maxGap: number;
  readonly perMinute: number;
  readonly perDay: number;
  /** A new account gets this share of both limits, in percent, for the first `newDays`. */
  readonly newPercent: number;
  readonly newDays: number;
  /** Milliseconds that check-ins of one room are collected before they are acknowledged together. */
  readonly gather: number;
  /** At most two acknowledgements leave for a room within these milliseconds. */
  readonly burst: number;
  /** Milliseconds for which newcomers are collected into one welcome. */
  readonly welcome: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const CAREFUL_PACING: Pacing = {
  minGap: 3_000,
  maxGap: 8_000,
  perMinute: 12,
  perDay: 200,
  newPercent: 30,
  newDays: 7,
  gather: 2 * MINUTE,
  burst: 10 * MINUTE,
  welcome: 3 * MINUTE,
};

/** The simulator's: answers come within a second, nothing is rationed. */
export const SIMULATED_PACING: Pacing = {
  minGap: 60,
  maxGap: 120,
  perMinute: 100_000,
  perDay: 1_000_000,
  newPercent: 100,
  newDays: 0,
  gather: 300,
  burst: 0,
  welcome: 1_500,
};

export interface SentSoFar {
  readonly lastMinute: number;
  readonly lastDay: number;
  /** When the oldest send of each window was, to know when a place gets free. */
  readonly oldestInMinute: number | undefined;
  readonly oldestInDay: number | undefined;
}

/** When the next send may happen at the earliest; `now` or before means at once. */
export function earliestSend(pacing: Pacing, sent: SentSoFar, now: number, accountAge: number): number {
  const { perMinute, perDay } = allowanceOf(pacing, accountAge);
  let at = now;
  if (sent.lastMinute >= perMinute) at = Math.max(at, (sent.oldestInMinute ?? now) + MINUTE);
  if (sent.lastDay >= perDay) at = Math.max(at, (sent.oldestInDay ?? now) + DAY);
  return at;
}

export interface Allowance {
  readonly perMinute: number;
  readonly perDay: number;
  /** For how long, in milliseconds from now, the share of a new account holds; 0 when it is over. */
  readonly newFor: number;
}

/** What an account of this age, in milliseconds, may send. */
export function allowanceOf(pacing: Pacing, accountAge: number): Allowance {
  const newFor = Math.max(0, pacing.newDays * DAY - accountAge);
  const share = newFor > 0 ? pacing.newPercent / 100 : 1;
  return { perMinute: allowance(pacing.perMinute, share), perDay: allowance(pacing.perDay, share), newFor };
}

/** Whole messages, and at least one, or nothing would ever leave. */
function allowance(limit: number, share: number): number {
  return Math.max(1, Math.floor(limit * share));
}

/** The gap after a send; `random` is uniform in [0, 1). */
export function gapAfterSend(pacing: Pacing, random: number): number {
  return Math.round(pacing.minGap + random * (pacing.maxGap - pacing.minGap));
}

/** When the last two acknowledgements of a room left; null before the first. */
export interface RecentAcknowledgements {
  readonly latest: number | null;
  readonly earlier: number | null;
}

/**
 * When a room's collected check-ins may be acknowledged: the first at once, the next after a gathering pause, and
 * never more than two in a burst, so that 100 check-ins in 10 minutes make 3 messages at most.
 */
export function earliestAcknowledgement(pacing: Pacing, recent: RecentAcknowledgements, now: number): number {
  const afterGathering = recent.latest === null ? now : recent.latest + pacing.gather;
  const afterBurst = recent.earlier === null ? now : recent.earlier + pacing.burst;
  return Math.max(now, afterGathering, afterBurst);
}
