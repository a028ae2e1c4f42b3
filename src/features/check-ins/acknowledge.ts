/** Queues what a member is told about a check-in; the sender merges what waits for the same room. */

import type { Acknowledged } from '../../copy/zh-cn/check-ins.js';
import type { LocalDay } from '../../domain/local-day.js';
import { earliestAcknowledgement } from '../../domain/pacing.js';
import { queueItem } from '../../kit/collect-item.js';
import type { Work } from '../../kit/work.js';
import type { Room } from '../../storage/rooms.js';
import type { Recorded } from './standing.js';

const LIFETIME_MS = 60 * 60_000;

export interface Done {
  readonly name: string;
  readonly day: LocalDay;
  readonly recorded: Recorded;
  /** True when the member may still put this check-in to yesterday. */
  readonly mayMove: boolean;
}

export async function acknowledge(work: Work, room: Room, done: Done): Promise<void> {
  const { standing, added, milestone, points } = done.recorded;
  const value: Acknowledged = {
    name: done.name,
    day: done.day,
    added,
    points,
    streak: standing.streak,
    total: standing.total,
    mayMove: done.mayMove,
    ...(milestone !== undefined && { milestone }),
  };
  const recent = { latest: room.lastAckAt, earlier: room.earlierAckAt };
  const notBefore = earliestAcknowledgement(work.pacing, recent, work.now);
  await queueItem(work, room, { kind: 'acknowledgement', value, notBefore, lifetime: LIFETIME_MS });
}
