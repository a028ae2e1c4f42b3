/** What a day's end has to look at for badges: of everybody who checked in on it or since, the last check-in and the figures. */

import type { CheckInSource } from '../domain/check-in.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface BadgeCandidate {
  readonly memberId: MemberId;
  readonly best: number;
  readonly total: number;
  readonly day: LocalDay;
  readonly at: number;
  /** Null for the member's own, on the day itself. */
  readonly source: CheckInSource | null;
  readonly previousDay: LocalDay | null;
}

export async function listBadgeCandidates(tx: Tx, roomId: RoomId, day: LocalDay): Promise<readonly BadgeCandidate[]> {
  return listSince.all(tx, { roomId, day });
}

const listSince = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx
    .selectFrom('membership')
    .innerJoin('check_in as one', 'one.id', 'membership.last_check_in_id')
    .leftJoin('check_in as earlier', 'earlier.id', 'one.previous_id')
    .select(['membership.member_id as memberId', 'best', 'total', 'one.day', 'one.at', 'one.source'])
    .select('earlier.day as previousDay')
    .where('membership.room_id', '=', p.roomId)
    .where('membership.last_day', '>=', p.day)
    .where('left_at', 'is', null)
    .orderBy('membership.member_id'),
);
