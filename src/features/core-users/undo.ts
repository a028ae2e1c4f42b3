/** What rows do not hold of an order about core users: words that wait to be said, a tag on the platform, and the cap. */

import * as copy from '../../copy/zh-cn/core-users.js';
import { mostCore } from '../../domain/core-user.js';
import type { MemberId, OutboxId } from '../../domain/ids.js';
import type { Json } from '../../kit/changes.js';
import type { UndoWork } from '../../kit/command.js';
import { takeBackPrivately } from '../../kit/private-message.js';
import { RefusedError } from '../../kit/refused-error.js';
import { askToMirror, wantOnPlatform } from '../../kit/tag-mirror.js';
import { lockCoreSeats } from '../../storage/core-users.js';

interface Noted {
  readonly told?: OutboxId;
  readonly untagged?: MemberId;
}

/** The rows are as they were. Refuses where somebody else has the place by now. */
export async function undoOrder(work: UndoWork, noted: Json): Promise<void> {
  const { told, untagged } = (noted ?? {}) as Noted;
  const { active, present } = await lockCoreSeats(work.tx, work.account.id);
  const most = mostCore(present);
  if (untagged !== undefined && active > most) throw new RefusedError({ code: 'core.full', most, present });
  if (told !== undefined) await takeBackPrivately(work, told, 'undone');
  if (untagged === undefined) return;
  await wantOnPlatform(work, untagged, copy.TAG, true);
  await askToMirror(work);
}
