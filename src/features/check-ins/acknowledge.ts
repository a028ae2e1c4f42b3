/** Queues what a member is told about a check-in; what waits for the same room leaves as one message. */

import type { Acknowledged } from '../../copy/zh-cn/check-ins.js';
import type { LocalDay } from '../../domain/local-day.js';
import { earliestAcknowledgement } from '../../domain/pacing.js';
import { queueItem, queueRows } from '../../kit/collect-item.js';
import type { Recorded } from '../../kit/standing.js';
import type { Work } from '../../kit/work.js';
import type { Room } from '../../storage/rooms.js';

const LIFETIME_MS = 60 * 60_000;

export interface Done {
  readonly name: string;
  readonly day: LocalDay;
  readonly recorded: Recorded;
  /** True when the member may still put this check-in to yesterday. */
  readonly mayMove: boolean;
}

/** The usual check-in is told by its own row; only what a row does not tell is queued as an item. */
export async function acknowledge(work: Work, room: Room, done: Done): Promise<void> {
  const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
  const notBefore = earliestAcknowledgement(work.pacing, recent, work.now);
  const queued = { kind: 'acknowledgement', notBefore, lifetime: LIFETIME_MS };
  const { isLatest, standing } = done.recorded;
  if (isLatest && !done.mayMove && standing.lastCheckInId !== null) {
    return queueRows(work, room, { ...queued, since: standing.lastCheckInId });
  }
  await queueItem(work, room, { ...queued, value: valueOf(done) });
}

function valueOf({ name, day, recorded, mayMove }: Done): Acknowledged {
  const { standing, added, isLatest, milestone, points } = recorded;
  return {
    ...(isLatest && standing.lastCheckInId !== null && { id: standing.lastCheckInId }),
    name,
    day,
    added,
    points,
    streak: standing.streak,
    total: standing.total,
    mayMove,
    ...(milestone !== undefined && { milestone }),
  };
}
