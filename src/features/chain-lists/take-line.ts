/** Somebody says whose a line is: it becomes that member's check-in of the day on which the list was posted. */

import * as copy from '../../copy/zh-cn/chain-lists.js';
import type { MemberId, RoomId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { acknowledge } from '../../kit/acknowledge.js';
import type { Changes, Json } from '../../kit/changes.js';
import { noteCorrections } from '../../kit/correct.js';
import type { UndoWork } from '../../kit/feature.js';
import { present } from '../../kit/refused-error.js';
import { recordCheckIn, withdrawCheckIn } from '../../kit/standing.js';
import type { Work } from '../../kit/work.js';
import { type ChainQuestion, markChainQuestion } from '../../storage/chain-questions.js';
import { findCheckIn } from '../../storage/check-ins.js';
import type { Member } from '../../storage/members.js';
import { findNameIn } from '../../storage/room-names.js';
import { readRoom } from '../../storage/rooms.js';

/** What is noted where a check-in was added. */
type Taken = { readonly roomId: RoomId; readonly memberId: MemberId; readonly day: LocalDay };

export async function takeLine(
  work: Work & { readonly changes: Changes },
  { id, roomId, day, at, content }: ChainQuestion,
  member: Member,
): Promise<string> {
  const { tx, now, changes } = work;
  const key = { roomId, memberId: member.id };
  const name = present(await findNameIn(tx, key), { code: 'member.unknown', name: member.name });
  const evidence = content === '' ? 'none' : 'text';
  const recorded = await recordCheckIn(tx, key, { day, at, evidence, content, source: 'chain' }, now);
  await markChainQuestion(tx, id, 'taken', member.id);
  if (recorded.added) {
    changes.note({ ...key, day } satisfies Taken);
    const told = { memberId: member.id, name, day, recorded, mayMove: false };
    const room = await readRoom(tx, roomId);
    await noteCorrections(work, room, [{ memberId: member.id, day, change: 'added' }]);
    await acknowledge(work, room, told);
  }
  return copy.taken(name, day, recorded.added);
}

/** The question is open again by then; the check-in goes. */
export async function undoTaking(work: UndoWork, noted: Json): Promise<void> {
  if (!isTaken(noted)) return;
  const { tx, now } = work;
  const { roomId, memberId, day } = noted;
  if (!(await findCheckIn(tx, { roomId, memberId }, day))) return;
  await withdrawCheckIn(tx, { roomId, memberId }, day, now);
  await noteCorrections(work, await readRoom(tx, roomId), [{ memberId, day, change: 'removed' }]);
}

function isTaken(noted: unknown): noted is Taken {
  return typeof noted === 'object' && noted !== null && 'memberId' in noted;
}
