/** Takes a recognition back, by somebody who might have made it. */

import { mayVouchFor } from '../../domain/binding.js';
import type { IdentityLogId } from '../../domain/ids.js';
import type { Json } from '../../kit/changes.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { deleteCodeSince } from '../../storage/binding-codes.js';
import { findRecognition, markUndone } from '../../storage/identity-log.js';
import { readMember } from '../../storage/members.js';
import { readHighestRole } from '../../storage/roles.js';
import { readOverallRole } from './overall-role.js';
import { unfoldMembers } from './unfold.js';

/** The command that takes it back. */
export const RECOGNISE = 'identities.recognise';

export async function takeBack(work: ChatWork, id: IdentityLogId): Promise<void> {
  const { tx, now, sentAt, account, speaker } = work;
  const logged = await findRecognition(tx, account.id, id);
  if (logged === undefined) throw new Error(`There is no recognition ${id}.`);
  const { name } = await readMember(tx, logged.keptId);
  if (!mayVouchFor(await readOverallRole(work), await readHighestRole(tx, logged.keptId, sentAt)))
    throw new RefusedError({ code: 'role.too_high', name });
  if (logged.how !== 'new') await unfoldMembers(work, logged);
  // Whoever was taken for the member may hold a code of theirs.
  await deleteCodeSince(tx, logged.keptId, logged.at);
  await markUndone(tx, id, speaker.id, now);
}

/** As the commands note it: the number of the recognition. */
export function recognitionIn(noted: Json): IdentityLogId {
  return noted as number as IdentityLogId;
}
