/** Ends somebody's trial: nothing more is said of it, and nobody is removed. */

import * as copy from '../../../copy/zh-cn/trials.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { closeTodo } from '../../../kit/todo.js';
import { TRIAL_OVER, trialRef } from '../../../kit/trials.js';
import type { Member } from '../../../storage/members.js';
import { markTrialOver } from '../../../storage/trials.js';
import type { TrialWork } from '../commands/trial.js';
import { readTrialMeant } from '../trial-meant.js';

export async function stop(work: TrialWork, member: Member): Promise<string> {
  const { tx, now, changes } = work;
  const { trial } = await readTrialMeant(work, member);
  if (trial.state === 'over') throw new RefusedError({ code: 'trial.over', name: member.name });
  await changes.watch('trial', { id: trial.id });
  await changes.watch('todo', { kind: TRIAL_OVER, ref: trialRef(trial.id) });
  await markTrialOver(tx, trial.id, 'stopped', now);
  await closeTodo(work, TRIAL_OVER, trialRef(trial.id));
  return copy.stopped(member.name);
}
