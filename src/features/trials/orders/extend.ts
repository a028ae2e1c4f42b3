/** More days for somebody, from today on at least: by command, or as the answer to a to-do. */

import * as copy from '../../../copy/zh-cn/trials.js';
import { lastTrialDay, trialDayOn } from '../../../domain/trial.js';
import { isCovered } from '../../../kit/cards.js';
import type { Changes } from '../../../kit/changes.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { closeTodo } from '../../../kit/todo.js';
import { TRIAL_OVER, trialRef } from '../../../kit/trials.js';
import { todayIn, type Work } from '../../../kit/work.js';
import type { Member } from '../../../storage/members.js';
import { isPresent } from '../../../storage/presence.js';
import { saveTrialDays } from '../../../storage/trials.js';
import type { TrialWork } from '../commands/trial.js';
import { readTrialMeant, type TrialMeant } from '../trial-meant.js';
import { MOST_DAYS } from '../trial-order.js';

export async function extend(work: TrialWork, member: Member, days: number): Promise<string> {
  const meant = await readTrialMeant(work, member);
  if (meant.trial.state === 'over') throw new RefusedError({ code: 'trial.over', name: member.name });
  await work.changes.watch('todo', { kind: TRIAL_OVER, ref: trialRef(meant.trial.id) });
  const reply = await extendBy(work, meant, { name: member.name, days });
  await closeTodo(work, TRIAL_OVER, trialRef(meant.trial.id));
  return reply;
}

/** The to-do is the caller's affair. */
export async function extendBy(
  work: Work & { readonly changes: Changes },
  { trial, room }: TrialMeant,
  { name, days }: { readonly name: string; readonly days: number },
): Promise<string> {
  const today = todayIn(room, work.now);
  await refuseNeedless(work, { trial, room }, name);
  const passed = trialDayOn(trial.firstDay, today) - 1;
  const longer = Math.max(trial.days, passed) + days;
  if (longer > MOST_DAYS) throw new RefusedError({ code: 'trial.too_long', name, most: MOST_DAYS });
  await work.changes.watch('trial', { id: trial.id });
  await saveTrialDays(work.tx, trial.id, longer);
  return copy.extended(name, lastTrialDay(trial.firstDay, longer));
}

/** Nobody who has paid, or who is not there. */
export async function refuseNeedless({ tx, now }: Work, { trial, room }: TrialMeant, name: string): Promise<void> {
  const { memberId, courseId } = trial;
  if (await isCovered(tx, memberId, courseId, todayIn(room, now)))
    throw new RefusedError({ code: 'trial.has_paid', name });
  if (!(await isPresent(tx, { roomId: room.id, memberId }))) throw new RefusedError({ code: 'trial.absent', name });
}
