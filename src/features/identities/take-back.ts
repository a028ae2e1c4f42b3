/** Takes a recognition back within a day, by somebody who might have made it. */

import * as copy from '../../copy/zh-cn/identities.js';
import { mayVouchFor, UNDO_MS } from '../../domain/binding.js';
import type { IdentityLogId } from '../../domain/ids.js';
import type { Role } from '../../domain/role.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { deleteCodeSince } from '../../storage/binding-codes.js';
import { findRecognition, markUndone } from '../../storage/identity-log.js';
import { readMember } from '../../storage/members.js';
import { readHighestRole } from '../../storage/roles.js';
import { unfoldMembers } from './unfold.js';

export async function takeBack(work: ChatWork, role: Role, number: number): Promise<string> {
  const { tx, now, account, speaker } = work;
  const id = number as IdentityLogId;
  const logged = await findRecognition(tx, account.id, id);
  if (logged === undefined || logged.undoneAt !== null || now - logged.at > UNDO_MS)
    throw new RefusedError({ code: 'identity.no_undo', number });
  const { name } = await readMember(tx, logged.keptId);
  if (!mayVouchFor(role, await readHighestRole(tx, logged.keptId)))
    throw new RefusedError({ code: 'role.too_high', name });
  if (logged.how !== 'new') await unfoldMembers(work, logged);
  // Whoever was taken for the member may hold a code of theirs.
  await deleteCodeSince(tx, logged.keptId, logged.at);
  await markUndone(tx, id, speaker.id, now);
  return copy.takenBack(name);
}
