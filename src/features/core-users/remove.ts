/** A manager takes somebody out of the core, for a reason. The room is another matter, and a person's. */

import * as copy from '../../copy/zh-cn/core-users.js';
import { RefusedError } from '../../kit/refused-error.js';
import { untagMember } from '../../kit/tags.js';
import { findCoreUser, lockCoreSeats, saveCoreStanding } from '../../storage/core-users.js';
import type { Member } from '../../storage/members.js';
import { askAboutRoom } from './core-room.js';
import type { InvitingWork } from './invite.js';
import { STILL_IN_ROOM } from './kinds.js';

export async function remove(work: InvitingWork, { id, name }: Member, reason: string): Promise<string> {
  const { tx, now, account, changes } = work;
  await lockCoreSeats(tx, account.id);
  const standing = await findCoreUser(tx, account.id, id);
  if (standing?.state !== 'active') throw new RefusedError({ code: 'core.not_one', name });
  await changes.watch('core_user', { account_id: account.id, member_id: id });
  await changes.watch('member_tag', { account_id: account.id, member_id: id, tag: copy.TAG });
  await changes.watch('todo', { account_id: account.id, kind: STILL_IN_ROOM, member_id: id });
  await saveCoreStanding(tx, account.id, id, { state: 'removed', at: now, reason });
  await untagMember(work, id, copy.TAG, 'manual');
  changes.note({ untagged: id });
  await askAboutRoom(work, id);
  return copy.removed(name, reason);
}
