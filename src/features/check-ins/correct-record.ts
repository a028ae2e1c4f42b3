/** Staff put a check-in into the record of a day, or take one out; and what it takes to undo either. */

import type { CheckInSource, Evidence } from '../../domain/check-in.js';
import type { MemberId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { Json } from '../../kit/changes.js';
import { noteCorrections } from '../../kit/correct.js';
import { RefusedError } from '../../kit/refused-error.js';
import { recordCheckIn, withdrawCheckIn } from '../../kit/standing.js';
import type { Work } from '../../kit/work.js';
import { type CheckIn, findCheckIn } from '../../storage/check-ins.js';
import type { Tx } from '../../storage/database.js';
import type { Member } from '../../storage/members.js';
import { findJoinedAt } from '../../storage/room-members.js';
import type { Room } from '../../storage/rooms.js';

/** Refuses somebody who has never been in the room. */
export async function requireSeats(tx: Tx, room: Room, people: readonly Member[]): Promise<void> {
  for (const { id, name } of people) {
    const joinedAt = await findJoinedAt(tx, { roomId: room.id, memberId: id });
    if (joinedAt === undefined) throw new RefusedError({ code: 'member.unknown', name });
  }
}

export async function withoutCheckIn(
  tx: Tx,
  room: Room,
  people: readonly Member[],
  day: LocalDay,
): Promise<readonly Member[]> {
  const missing: Member[] = [];
  for (const one of people) {
    if (!(await findCheckIn(tx, { roomId: room.id, memberId: one.id }, day))) missing.push(one);
  }
  return missing;
}

export async function putIn(work: Work, room: Room, day: LocalDay, people: readonly MemberId[]): Promise<void> {
  const { tx, now } = work;
  for (const memberId of people) {
    const checkIn = { day, at: now, evidence: 'none', content: '', source: 'staff' } as const;
    await recordCheckIn(tx, { roomId: room.id, memberId }, checkIn, now);
  }
  await noteCorrections(
    work,
    room,
    people.map((memberId) => ({ memberId, day, change: 'added' })),
  );
}

export async function takeOut(work: Work, room: Room, day: LocalDay, people: readonly MemberId[]): Promise<void> {
  for (const memberId of people) await withdrawCheckIn(work.tx, { roomId: room.id, memberId }, day, work.now);
  await noteCorrections(
    work,
    room,
    people.map((memberId) => ({ memberId, day, change: 'removed' })),
  );
}

/** What was done, as the log keeps it. */
export type Noted =
  | { readonly put: readonly MemberId[]; readonly day: LocalDay }
  | { readonly taken: MemberId; readonly day: LocalDay; readonly was: Json };

export function noteOf({ at, evidence, content, source = null }: CheckIn): Json {
  return { at, evidence, content, source };
}

/** What has been changed by somebody else meanwhile stays. */
export async function undoCorrection(work: Work, room: Room, noted: Noted): Promise<void> {
  const { day } = noted;
  if ('put' in noted) return takeOut(work, room, day, await stillOurs(work.tx, room, noted.put, day));
  const key = { roomId: room.id, memberId: noted.taken };
  if (await findCheckIn(work.tx, key, day)) return;
  await recordCheckIn(work.tx, key, { day, ...(noted.was as unknown as Was) }, work.now);
  await noteCorrections(work, room, [{ memberId: noted.taken, day, change: 'added' }]);
}

interface Was {
  readonly at: number;
  readonly evidence: Evidence;
  readonly content: string;
  readonly source: CheckInSource | null;
}

async function stillOurs(tx: Tx, room: Room, people: readonly MemberId[], day: LocalDay): Promise<MemberId[]> {
  const ours: MemberId[] = [];
  for (const memberId of people) {
    const found = await findCheckIn(tx, { roomId: room.id, memberId }, day);
    if (found?.source === 'staff') ours.push(memberId);
  }
  return ours;
}
