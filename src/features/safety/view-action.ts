/** An action as staff look at it: names in the place of numbers, and whether it can still be undone. */

import type { ActionView } from '../../copy/zh-cn/safety.js';
import { UNDO_WITHIN_MS } from '../../domain/action.js';
import type { CourseId, MemberId, RoomId } from '../../domain/ids.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { Work } from '../../kit/work.js';
import type { Action } from '../../storage/actions.js';
import type { Tx } from '../../storage/database.js';
import { findCourseName, findMemberName, findRoomTopic } from '../../storage/names.js';
import type { RowChange } from '../../storage/row-images.js';

export async function viewAction({ tx, now }: Work, action: Action): Promise<ActionView> {
  const { id, role, line, at, effect, undoneAt, undoneBy, confirmedBy, roomId, chatRoomId, changes, noted } = action;
  return {
    id,
    role,
    line,
    at,
    zone: DEFAULT_SETTINGS.zone,
    who: await nameOf(tx, action.memberId),
    topic: await topicOf(tx, roomId),
    saidIn: await topicOf(tx, chatRoomId),
    changes,
    names: await namesIn(tx, changes),
    exported: exportedIn(noted),
    mayUndo: effect === 'undoable' && undoneAt === null && now - at <= UNDO_WITHIN_MS,
    isFinal: effect === 'final',
    ...(confirmedBy !== null && { confirmedBy: await nameOf(tx, confirmedBy) }),
    ...(undoneAt !== null && undoneBy !== null && { undone: { at: undoneAt, by: await nameOf(tx, undoneBy) } }),
  };
}

function exportedIn(noted: string | null): ActionView['exported'] {
  if (noted === null) return undefined;
  const { exported, rows } = JSON.parse(noted) as { readonly exported?: string; readonly rows?: number };
  return exported === undefined || rows === undefined ? undefined : { what: exported, rows };
}

/** What the numbers in the rows stand for, by column and number. */
async function namesIn(tx: Tx, changes: readonly RowChange[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { key, before, after } of changes) {
    for (const [column, value] of [key, before ?? {}, after ?? {}].flatMap((row) => Object.entries(row))) {
      const find = FINDERS[column];
      if (find === undefined || typeof value !== 'number' || names.has(`${column} ${value}`)) continue;
      const name = await find(tx, value);
      if (name !== undefined) names.set(`${column} ${value}`, name);
    }
  }
  return names;
}

type Finder = (tx: Tx, id: number) => Promise<string | undefined>;

const member: Finder = async (tx, id) => findMemberName(tx, id as MemberId);
const FINDERS: Readonly<Record<string, Finder | undefined>> = {
  course_id: (tx, id) => findCourseName(tx, id as CourseId),
  room_id: (tx, id) => findRoomTopic(tx, id as RoomId),
  member_id: member,
  granted_by: member,
};

async function nameOf(tx: Tx, id: MemberId): Promise<string> {
  return (await findMemberName(tx, id)) ?? '';
}

async function topicOf(tx: Tx, id: RoomId | null): Promise<string | undefined> {
  return id === null ? undefined : findRoomTopic(tx, id);
}
