/** Where our tags and the platform's differ, and trying again. */

import * as copy from '../../../copy/zh-cn/tags.js';
import { askToMirror } from '../../../kit/tag-mirror.js';
import { listMirrorGaps, markGapsDue } from '../../../storage/tag-mirrors.js';
import { deleteUnsupported, findUnsupportedAt } from '../../../storage/tag-platforms.js';
import type { TagWork } from '../commands/tag.js';

export async function showMirror({ tx, account, inRoom }: TagWork): Promise<string> {
  const unsupported = (await findUnsupportedAt(tx, account.id)) !== undefined;
  const gaps = (await listMirrorGaps(tx, account.id)).map((gap) => ({
    ...gap,
    isWaiting: gap.dueAt !== null || gap.outboxId !== null,
  }));
  return copy.mirror(unsupported, gaps, inRoom);
}

/** Also after another way to the platform was put in place. */
export async function tryMirrorAgain(work: TagWork): Promise<string> {
  const { tx, now, account } = work;
  await deleteUnsupported(tx, account.id);
  const count = await markGapsDue(tx, account.id, now);
  await askToMirror(work);
  return copy.mirrorAgain(count);
}
