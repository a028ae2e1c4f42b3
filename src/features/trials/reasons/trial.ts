/** Why somebody's trial stands where it stands: its first day, what was said, and why there is silence. */

import * as copy from '../../../copy/zh-cn/trials.js';
import { localDayOf } from '../../../domain/local-time.js';
import { OFFER_DAYS, trialDayOn } from '../../../domain/trial.js';
import { isCovered } from '../../../kit/cards.js';
import { defineReason, type MemberReasonWork } from '../../../kit/reason.js';
import { readStanding } from '../../../storage/standings.js';
import { listTrialSteps, type TrialStep } from '../../../storage/trial-steps.js';
import { findTrial, type Trial } from '../../../storage/trials.js';
import { listDueSteps } from '../due-steps.js';

export const trialReason = defineReason({
  about: 'member',
  topic: 'trial',
  words: copy.reasonWords,

  async explain(work) {
    const { tx, account, room, today, member, isOwn, inPublic } = work;
    const name = isOwn ? undefined : member.name;
    const key = { accountId: account.id, memberId: member.id };
    const trial = room.courseId === null ? undefined : await findTrial(tx, { ...key, courseId: room.courseId });
    if (trial === undefined) return copy.whyNone(name, room.topic);
    const steps = await listTrialSteps(tx, trial);
    const { zone } = room.settings;
    const lines = copy.whyTrial(
      {
        ...trial,
        topic: room.topic,
        joinedDay: localDayOf(trial.roundAt, zone),
        day: trialDayOn(trial.firstDay, today),
        said: steps.map(({ step, how, at }) => ({ step, how, day: localDayOf(at, zone) })),
        quiet: await whyQuiet(work, trial, steps),
      },
      name,
    );
    return inPublic ? lines.slice(0, 2) : lines;
  },
});

async function whyQuiet(
  work: MemberReasonWork,
  trial: Trial,
  steps: readonly TrialStep[],
): Promise<copy.WhyTrial['quiet']> {
  const { tx, room, today, member } = work;
  if (await isCovered(tx, member.id, trial.courseId, today)) return 'paid';
  if ((await listDueSteps(work)).some(({ seat }) => seat.id === trial.id)) return 'due';
  const day = trialDayOn(trial.firstDay, today);
  if (steps.some(({ step, at }) => step === `offer-${day}` || localDayOf(at, room.settings.zone) === today))
    return 'said';
  if (OFFER_DAYS.some((one) => one === day)) return 'nothing';
  const { total } = await readStanding(tx, { roomId: trial.roomId, memberId: member.id });
  return total > 0 ? 'checked-in' : 'nothing';
}
