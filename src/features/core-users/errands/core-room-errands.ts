/** In and out of the core room: what could not be done is left to a person, unless it is no longer wanted. */

import type { EndedErrand, ErrandKeeper } from '../../../kit/errand.js';
import { openTodo } from '../../../kit/todo.js';
import type { Work } from '../../../kit/work.js';
import { findCoreUser } from '../../../storage/core-users.js';
import { isPresent } from '../../../storage/presence.js';
import { readRoom } from '../../../storage/rooms.js';
import { BY_HAND, INVITE_ERRAND, refOf, REMOVE_ERRAND } from '../kinds.js';

export const coreRoomErrands: readonly ErrandKeeper[] = [
  { kind: INVITE_ERRAND, ended: leaveToPerson },
  { kind: REMOVE_ERRAND, ended: leaveToPerson },
];

async function leaveToPerson(work: Work, { errand, roomId, outcome }: EndedErrand): Promise<void> {
  if (outcome === 'done' || roomId === null || (errand.do !== 'invite' && errand.do !== 'remove')) return;
  const { do: wanted, memberId } = errand;
  const isActive = (await findCoreUser(work.tx, work.account.id, memberId))?.state === 'active';
  const isThere = await isPresent(work.tx, { roomId, memberId });
  if (isActive !== (wanted === 'invite') || isThere === (wanted === 'invite')) return;
  const room = await readRoom(work.tx, roomId);
  await openTodo(work, { kind: BY_HAND, ref: `${refOf(memberId)}:${wanted}`, room, memberId, data: { wanted } });
}
