/** What became of a tag on its way to the platform. */

import { unsupported } from '../../../copy/zh-cn/tags.js';
import { nextMirrorAttempt, UNSUPPORTED } from '../../../domain/tag-mirror.js';
import { tellStaffRooms } from '../../../kit/announce.js';
import type { EndedErrand, ErrandKeeper } from '../../../kit/errand.js';
import { askToMirror, saveMirrored, TAG_MIRROR } from '../../../kit/tag-mirror.js';
import type { Work } from '../../../kit/work.js';
import { findMirrorSentBy, saveMirror, type TagMirror } from '../../../storage/tag-mirrors.js';
import { markUnsupported } from '../../../storage/tag-platforms.js';

export const mirrorErrand: ErrandKeeper = {
  kind: TAG_MIRROR,

  async ended(work, ended) {
    const { tx, now } = work;
    const mirror = await findMirrorSentBy(tx, ended.id);
    if (mirror === undefined) return;
    if (ended.outcome === 'done') await saveMirrored(tx, mirror, ended.errand.do === 'tag' ? 1 : 0, now);
    else if (ended.reason === UNSUPPORTED) await keepHere(work, mirror);
    else await tryLater(work, mirror, ended);
    await askToMirror(work);
  },
};

/** Said once, and not for every tag. */
async function keepHere(work: Work, mirror: TagMirror): Promise<void> {
  const { tx, now, account } = work;
  await saveMirror(tx, { ...mirror, dueAt: null, outboxId: null, reason: UNSUPPORTED });
  if (await markUnsupported(tx, account.id, now)) await tellStaffRooms(work, unsupported());
}

/** Giving a tag twice does no harm, so one whose end is unknown is tried again like one that failed. */
async function tryLater({ tx, now }: Work, mirror: TagMirror, { reason }: EndedErrand): Promise<void> {
  const attempts = mirror.attempts + 1;
  const why = reason ?? '';
  const dueAt = nextMirrorAttempt(attempts, why, now) ?? null;
  await saveMirror(tx, { ...mirror, attempts, dueAt, outboxId: null, reason: why });
}
