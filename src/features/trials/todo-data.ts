/** What the to-dos of trials hold. */

import type { TrialId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { TrialProposal } from '../../domain/trial.js';
import type { Todo } from '../../storage/todos.js';

export interface OverData {
  readonly trial: TrialId;
  readonly days: number;
  readonly checkIns: number;
  readonly proposal: TrialProposal;
}

export interface ReturnData {
  readonly trial: TrialId;
  readonly beganDay: LocalDay;
}

export function readData<Data>({ data }: Todo): Data {
  return JSON.parse(data) as Data;
}
