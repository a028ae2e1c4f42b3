/** Undoes an action: its rows go back as they were, then its command undoes what rows do not hold. */

import { decideUndo } from '../domain/action.js';
import type { ActionId } from '../domain/ids.js';
import { type Action, findAction, listActionsAfter, markActionUndone } from '../storage/actions.js';
import { findOverwritten, restoreRows, RowInUseError } from '../storage/restore-rows.js';
import { readRole } from '../storage/roles.js';
import { readRoom, type Room } from '../storage/rooms.js';
import type { RowChange } from '../storage/row-images.js';
import type { Json } from './changes.js';
import { orRefuse, present, RefusedError } from './refused-error.js';
import type { ChatWork } from './work.js';

/** What a day of one account may hold. */
const MOST_LATER = 2_000;

/** Resolves to the action as it was. Refuses what the speaker may not undo, and what was changed again since. */
export async function undoAction(work: ChatWork, id: ActionId): Promise<Action> {
  const { tx, now, sentAt, account, speaker, catalogue } = work;
  const action = present(await findAction(tx, account.id, id), { code: 'undo.unknown', number: id });
  const command = catalogue.findCommandNamed(action.command);
  const role = await readRole(tx, speaker.id, action.roomId ?? undefined, sentAt);
  orRefuse(decideUndo(action, { memberId: speaker.id, role, needed: command?.allow, now }));
  await refuseIfChanged(work, action);
  await putBack(work, action);
  const room = await roomOf(work, action);
  const noted = action.noted === null ? null : (JSON.parse(action.noted) as Json);
  await command?.undo?.({ ...work, room, speaker: { ...speaker, role } }, noted);
  await markActionUndone(tx, id, speaker.id, now);
  return action;
}

async function refuseIfChanged({ tx }: ChatWork, action: Action): Promise<void> {
  const overwritten = await findOverwritten(tx, action.changes);
  if (overwritten === undefined) return;
  const later = (await listActionsAfter(tx, action, MOST_LATER)).filter((one) => touches(one, overwritten)).at(-1);
  const number = action.id;
  throw new RefusedError({ code: 'undo.changed', number, ...(later && { later: later.id }) });
}

/** Whether it changed the same cells. */
function touches({ changes }: Action, { table, key, after }: RowChange): boolean {
  const name = JSON.stringify(key);
  const columns = Object.keys(after ?? {});
  return changes.some(
    (one) =>
      one.table === table &&
      JSON.stringify(one.key) === name &&
      (after === null || one.after === null || columns.some((column) => column in (one.after ?? {}))),
  );
}

async function putBack({ tx }: ChatWork, { id, changes }: Action): Promise<void> {
  try {
    await restoreRows(tx, changes);
  } catch (error) {
    if (error instanceof RowInUseError) throw new RefusedError({ code: 'undo.in_use', number: id });
    throw error;
  }
}

async function roomOf({ tx }: ChatWork, { roomId }: Action): Promise<Room | undefined> {
  return roomId === null ? undefined : readRoom(tx, roomId);
}
