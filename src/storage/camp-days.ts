/** The days of a span on which the members of a room checked in, each read back along its own chain. */

import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export interface DaySpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** By member; those without a day are absent. */
export async function listDaysWithin(
  tx: Tx,
  roomId: RoomId,
  { from, to }: DaySpan,
): Promise<ReadonlyMap<MemberId, readonly LocalDay[]>> {
  const days = new Map<MemberId, LocalDay[]>();
  for (const { memberId, day } of await listWithin.all(tx, { roomId, from })) {
    if (day > to) continue;
    const own = days.get(memberId);
    if (own) own.push(day);
    else days.set(memberId, [day]);
  }
  return days;
}

const listWithin = defineStatement((tx, p: { roomId: RoomId; from: LocalDay }) =>
  tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership')
        .innerJoin('check_in', 'check_in.id', 'membership.last_check_in_id')
        .select(['check_in.member_id', 'previous_id', 'day'])
        .where('membership.room_id', '=', p.roomId)
        .where('membership.last_day', '>=', p.from)
        .unionAll(
          db
            .selectFrom('chain')
            .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
            .select(['one.member_id', 'one.previous_id', 'one.day'])
            .where('one.day', '>=', p.from),
        ),
    )
    .selectFrom('chain')
    .select(['member_id as memberId', 'day'])
    .orderBy('member_id')
    .orderBy('day'),
);
