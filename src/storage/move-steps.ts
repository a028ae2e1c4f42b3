/** Steps of moves: a row each from the moment it is begun, written in the transaction that does it. */

import type { MoveId, OutboxId } from '../domain/ids.js';
import type { MoveStep, StepDetail, StepState, TakenStep } from '../domain/move.js';
import type { Tx } from './database.js';

export interface StepRow extends TakenStep {
  readonly outboxId: OutboxId | null;
}

const COLUMNS = ['step', 'state', 'at', 'detail', 'outbox_id as outboxId'] as const;

export async function listSteps(tx: Tx, moveId: MoveId): Promise<StepRow[]> {
  const rows = await tx.selectFrom('move_step').select(COLUMNS).where('move_id', '=', moveId).orderBy('at').execute();
  return rows.map(({ detail, ...row }) => ({
    ...row,
    detail: detail === null ? {} : (JSON.parse(detail) as StepDetail),
  }));
}

export async function findStep(tx: Tx, moveId: MoveId, step: MoveStep): Promise<StepRow | undefined> {
  return (await listSteps(tx, moveId)).find((one) => one.step === step);
}

export interface StepChange {
  readonly state: StepState;
  readonly detail?: StepDetail;
  readonly outboxId?: OutboxId;
}

/** Inserts or replaces; an errand that is not named stays as it was. */
export async function saveStep(
  tx: Tx,
  { moveId, step, at }: { readonly moveId: MoveId; readonly step: MoveStep; readonly at: number },
  { state, detail, outboxId }: StepChange,
): Promise<void> {
  const values = {
    state,
    at,
    detail: detail === undefined ? null : JSON.stringify(detail),
    ...(outboxId !== undefined && { outbox_id: outboxId }),
  };
  await tx
    .insertInto('move_step')
    .values({ move_id: moveId, step, ...values })
    .onConflict((conflict) => conflict.columns(['move_id', 'step']).doUpdateSet(values))
    .execute();
}

/** It is begun anew. */
export async function deleteStep(tx: Tx, moveId: MoveId, step: MoveStep): Promise<void> {
  await tx.deleteFrom('move_step').where('move_id', '=', moveId).where('step', '=', step).execute();
}

/** Whose errand it is. */
export async function findStepOfErrand(
  tx: Tx,
  outboxId: OutboxId,
): Promise<{ readonly moveId: MoveId; readonly step: MoveStep } | undefined> {
  return tx
    .selectFrom('move_step')
    .select(['move_id as moveId', 'step'])
    .where('outbox_id', '=', outboxId)
    .executeTakeFirst();
}
