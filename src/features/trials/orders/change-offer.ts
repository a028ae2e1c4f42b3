/** What is offered on one of the last days of a trial, for a course: shown, changed, or the usual words again. */

import { templateNames } from '../../../copy/zh-cn/template-variables.js';
import * as copy from '../../../copy/zh-cn/trials.js';
import type { OfferDay } from '../../../domain/trial.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { checkTemplate } from '../../../kit/template.js';
import { todayIn } from '../../../kit/work.js';
import { deleteOfferCopy, findOfferCopy, saveOfferCopy } from '../../../storage/trial-steps.js';
import type { TrialWork } from '../commands/trial.js';
import { sayOffer } from '../offer-words.js';
import { refuseOtherRoom } from '../trial-meant.js';

/** What a phone shows without scrolling, and what product rules allow a message. */
const LONGEST = 180;

interface OfferOrder {
  readonly day: OfferDay;
  readonly words: string;
}

export async function changeOffer(work: TrialWork, { day, words }: OfferOrder): Promise<string> {
  const { tx, now, account, room, speaker, changes } = work;
  if (room === undefined || room.kind === 'staff') throw new RefusedError({ code: 'trial.no_room' });
  refuseOtherRoom(room);
  const { courseId } = room;
  if (courseId === null) throw new RefusedError({ code: 'trial.not_a_trial_room', topic: room.topic });
  const key = { accountId: account.id, courseId, day };
  const preview = (): Promise<string> =>
    sayOffer({ ...work, room, today: todayIn(room, now) }, { courseId, day, name: speaker.name });
  if (words === '') return copy.offerPreview(day, await preview(), (await findOfferCopy(tx, key)) !== undefined);
  await changes.watch('offer_copy', { account_id: account.id, course_id: courseId, day });
  if (words === copy.usualWord) {
    if (!(await deleteOfferCopy(tx, key))) throw new RefusedError({ code: 'trial.usual_copy', day });
    return copy.offerReset(day);
  }
  refuseFaults(words);
  await saveOfferCopy(tx, key, words, now);
  return copy.offerSaved(day, await preview());
}

function refuseFaults(words: string): void {
  if ([...words].length > LONGEST)
    throw new RefusedError({ code: 'argument.too_long', name: copy.labels.copy, max: LONGEST });
  const faults = checkTemplate(words, templateNames);
  if (faults.length > 0) throw new RefusedError({ code: 'template.invalid', faults });
}
