/**
 * Queues what a member is told about a check-in, however it came in; what waits for the same room leaves as one message.
 *
 * The feature of check-ins composes it, by this kind.
 */

import type { Acknowledged, Kept } from '../domain/acknowledged.js';
import type { CheckInId, MemberId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { earliestAcknowledgement } from '../domain/pacing.js';
import type { Awaitable } from '../storage/awaitable.js';
import { findCheckIn } from '../storage/check-ins.js';
import type { Tx } from '../storage/database.js';
import { listLeaveDays } from '../storage/leave-days.js';
import { startFindingCollecting } from '../storage/outbox-items.js';
import { listProtectedDays } from '../storage/room-calendar.js';
import type { Room } from '../storage/rooms.js';
import { queueItem, queueRows } from './collect-item.js';
import type { Recorded } from './standing.js';
import type { Work } from './work.js';

/** Of the merged reply. */
export const ACKNOWLEDGEMENT = 'acknowledgement';
const LIFETIME_MS = 60 * 60_000;

export interface Done {
  readonly memberId: MemberId;
  readonly name: string;
  readonly day: LocalDay;
  readonly recorded: Recorded;
  /** True when the member may still put this check-in to yesterday. */
  readonly mayMove: boolean;
}

/** For who is about to tell of a check-in: what that asks is asked together with what recording it asks. */
export function startAcknowledging(tx: Tx): void {
  startFindingCollecting(tx, ACKNOWLEDGEMENT);
}

/** The usual check-in is told by its own row; only what a row does not tell is queued as an item. */
export function acknowledge(work: Work, room: Room, done: Done): Awaitable<void> {
  const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
  const notBefore = earliestAcknowledgement(work.pacing, recent, work.now);
  const { isLatest, standing } = done.recorded;
  if (isLatest && !done.mayMove && isUsual(done.recorded) && standing.lastCheckInId !== null) {
    return queueRows(work, room, {
      kind: ACKNOWLEDGEMENT,
      notBefore,
      lifetime: LIFETIME_MS,
      since: standing.lastCheckInId,
    });
  }
  return queueDone(work, room, done, notBefore);
}

async function queueDone(work: Work, room: Room, done: Done, notBefore: number): Promise<void> {
  const kept = await readKept(work, room, done);
  const id = await findRow(work, room, done);
  const value = { ...valueOf(done), ...(id !== undefined && { id }), ...(kept && { kept }) };
  await queueItem(work, room, { kind: ACKNOWLEDGEMENT, notBefore, lifetime: LIFETIME_MS, value });
}

/** That of a check-in that was added, by which its row is known when it is told too. */
async function findRow({ tx }: Work, room: Room, { memberId, day, recorded }: Done): Promise<CheckInId | undefined> {
  const { added, isLatest, standing } = recorded;
  if (isLatest) return standing.lastCheckInId ?? undefined;
  return added ? (await findCheckIn(tx, { roomId: room.id, memberId }, day))?.id : undefined;
}

/** What a row tells of itself: nothing was missed before it, it lengthens the streak, and the day pays what days pay. */
function isUsual({ bridged, factor, brought }: Recorded): boolean {
  return bridged === undefined && factor === undefined && brought === undefined;
}

/** By what the days that were missed before it were gone over. */
async function readKept({ tx }: Work, room: Room, { memberId, recorded }: Done): Promise<Kept | undefined> {
  if (recorded.bridged === undefined) return undefined;
  const { from, to } = recorded.bridged;
  const protectedDays = (await listProtectedDays(tx, room.id, from)).map(({ day }) => day).filter((day) => day <= to);
  const leave = (await listLeaveDays(tx, { roomId: room.id, memberId }, from, to)).filter(
    (day) => !protectedDays.includes(day),
  );
  const freezes = to - from + 1 - protectedDays.length - leave.length;
  return { freezes, leave: leave.length, protectedDays: protectedDays.length };
}

function valueOf({ memberId, name, day, recorded, mayMove }: Done): Acknowledged {
  const { standing, added, milestone, points, factor } = recorded;
  return {
    memberId,
    name,
    day,
    added,
    points,
    streak: standing.streak,
    total: standing.total,
    mayMove,
    ...(milestone !== undefined && { milestone }),
    ...(factor !== undefined && { factor }),
  };
}
