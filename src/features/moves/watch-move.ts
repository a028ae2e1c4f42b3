/** What a person's word about a move changes: rows that go back when it is undone. */

import type { MoveId } from '../../domain/ids.js';
import type { Changes } from '../../kit/changes.js';
import { MOVE_GOES_ON, MOVE_OVERDUE, MOVE_REMINDER, moveRef } from '../../kit/move-flow.js';
import type { StepRow } from '../../storage/move-steps.js';

export async function watchMove(changes: Changes, id: MoveId, steps: readonly StepRow[] = []): Promise<void> {
  await changes.watch('move', { id });
  await changes.watch('move_step', { move_id: id });
  for (const kind of [MOVE_GOES_ON, MOVE_REMINDER, MOVE_OVERDUE])
    await changes.watch('appointment', { kind, subject_id: id });
  await changes.watch('todo', { ref: moveRef(id) });
  for (const { outboxId } of steps)
    if (outboxId !== null) await changes.watch('outbox', { id: outboxId }, ['state', 'reason']);
}
