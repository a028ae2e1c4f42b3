/**
 * The move: what brings a member who has paid from the trial room to the course's paid room, and back when the card is
 * over. Its steps are taken in order, each once; what nobody but a person may decide or do waits for one.
 */

import type { OutboxId } from './ids.js';

export type MoveWay = 'in' | 'back';

/** `undone`: the order had been a mistake. */
export type MoveCause = 'paid' | 'expired' | 'refunded' | 'undone';
export type MoveState = 'running' | 'done' | 'stopped';

/**
 * In: `tags`, `invitation` to the paid room, `arrival` there, `welcome`, `farewell` in the trial room, `record` carried over.
 * Back: `tags`, `told` in private, `departure` from the paid room, `record`.
 */
export const STEPS = {
  in: ['tags', 'invitation', 'arrival', 'welcome', 'farewell', 'record'],
  back: ['tags', 'told', 'departure', 'record'],
} as const;

/** `trial-room` is no part of the way: whether somebody is taken out of it once the move is done. */
export type MoveStep = (typeof STEPS)[MoveWay][number] | 'trial-room';

/** `under-way`: on its way, or awaited. `waiting`: for a person. */
export type StepState = 'under-way' | 'waiting' | 'done' | 'skipped';

export interface StepDetail {
  /** Why it is as it is, as a code that copy words. */
  readonly reason?: string;
  /** What was carried over. */
  readonly days?: number;
  readonly points?: number;
  /** What was said to them in private. */
  readonly told?: OutboxId;
}

export interface TakenStep {
  readonly step: MoveStep;
  readonly state: StepState;
  readonly at: number;
  readonly detail: StepDetail;
}

/** The first that is not over; undefined once all of them are. */
export function currentStep(way: MoveWay, taken: readonly TakenStep[]): MoveStep | undefined {
  return STEPS[way].find((step) => !isOver(taken.find((one) => one.step === step)));
}

export function isOver(taken: Pick<TakenStep, 'state'> | undefined): boolean {
  return taken?.state === 'done' || taken?.state === 'skipped';
}

const HOUR_MS = 60 * 60_000;
/** Who was invited and has not come is reminded once, then staff are told. */
export const REMIND_AFTER_MS = 24 * HOUR_MS;
export const OVERDUE_AFTER_MS = 36 * HOUR_MS;

/** Time for a mistaken refund, or a mistaken order, to be put right before anybody notices. */
export const SECOND_THOUGHTS_MS = 10 * 60_000;
