/** What was said to members in their trials, each once in a round, and the words that managers chose for offers. */

import type { AccountId, CourseId, RoomId, TrialId } from '../domain/ids.js';
import type { OfferDay, TrialStepName } from '../domain/trial.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import type { Trial } from './trials.js';

export interface TrialStep {
  readonly trialId: TrialId;
  readonly round: number;
  readonly step: TrialStepName;
  readonly how: 'private' | 'room';
  readonly at: number;
}

const COLUMNS = [
  'trial_step.trial_id as trialId',
  'trial_step.round',
  'trial_step.step',
  'trial_step.how',
  'trial_step.at',
] as const;

/** In the round that runs, the first one first. */
export async function listTrialSteps(tx: Tx, { id, round }: Trial): Promise<TrialStep[]> {
  return tx
    .selectFrom('trial_step')
    .select(COLUMNS)
    .where('trial_id', '=', id)
    .where('round', '=', round)
    .orderBy('at')
    .orderBy('step')
    .execute();
}

/** Of all trials that run in the room, former rounds included. */
export async function listStepsIn(tx: Tx, roomId: RoomId): Promise<TrialStep[]> {
  return tx
    .selectFrom('trial_step')
    .innerJoin('trial', 'trial.id', 'trial_step.trial_id')
    .select(COLUMNS)
    .where('trial.room_id', '=', roomId)
    .where('trial.state', '=', 'running')
    .execute();
}

/** Fails where it was said before. */
export async function appendTrialStep(tx: Tx, { trialId, round, step, how, at }: TrialStep): Promise<void> {
  await tx.insertInto('trial_step').values({ trial_id: trialId, round, step, how, at }).execute();
}

export interface OfferCopyKey {
  readonly accountId: AccountId;
  readonly courseId: CourseId;
  readonly day: OfferDay;
}

/** Undefined where the usual words hold. */
export async function findOfferCopy(tx: Tx, { accountId, courseId, day }: OfferCopyKey): Promise<string | undefined> {
  const row = await tx
    .selectFrom('offer_copy')
    .select('body')
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.body;
}

export async function saveOfferCopy(
  tx: Tx,
  { accountId, courseId, day }: OfferCopyKey,
  body: string,
  now: number,
): Promise<void> {
  const values = { body: cleanText(body), saved_at: now };
  await tx
    .insertInto('offer_copy')
    .values({ account_id: accountId, course_id: courseId, day, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'course_id', 'day']).doUpdateSet(values))
    .execute();
}

export async function deleteOfferCopy(tx: Tx, { accountId, courseId, day }: OfferCopyKey): Promise<boolean> {
  const result = await tx
    .deleteFrom('offer_copy')
    .where('account_id', '=', accountId)
    .where('course_id', '=', courseId)
    .where('day', '=', day)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
