/** The check-ins of one local day in a room, of those who are there now. */

import type { ExpressionBuilder } from 'kysely';
import type { DayMark } from '../domain/attendance.js';
import type { MemberId, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { defineStatement } from './statement.js';

export interface DayCheckIn extends DayMark {
  readonly memberId: MemberId;
}

/** The earliest first. */
export async function listCheckInsOfDay(tx: Tx, roomId: RoomId, day: LocalDay): Promise<readonly DayCheckIn[]> {
  return listOnDay.all(tx, { roomId, day });
}

/** What broke a rule of the room that day is nothing to speak of: the check-in counts, its words do not. */
function brokeRule(
  eb: ExpressionBuilder<Schema & { chain: { member_id: MemberId } }, 'chain'>,
  { roomId, day }: { readonly roomId: RoomId; readonly day: LocalDay },
) {
  return eb.exists(
    eb
      .selectFrom('offence')
      .select('offence.id')
      .where('offence.room_id', '=', roomId)
      .where('offence.day', '=', day)
      .whereRef('offence.member_id', '=', 'chain.member_id')
      .where('offence.voided_at', 'is', null),
  );
}

/** Whose words of that day are nothing to speak of. */
export async function listRuleBreakers(tx: Tx, roomId: RoomId, day: LocalDay): Promise<ReadonlySet<MemberId>> {
  return new Set((await listOffending.all(tx, { roomId, day })).map((row) => row.memberId));
}

const listOffending = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx
    .selectFrom('offence')
    .select('member_id as memberId')
    .where('room_id', '=', p.roomId)
    .where('day', '=', p.day)
    .where('voided_at', 'is', null),
);

/** Follows each member's chain back to the day; for the last day of check-in that is no step at all. */
const listOnDay = defineStatement((tx, p: { roomId: RoomId; day: LocalDay }) =>
  tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership')
        .innerJoin('check_in', 'check_in.id', 'membership.last_check_in_id')
        .select(['check_in.member_id', 'previous_id', 'day', 'at', 'content'])
        .where('membership.room_id', '=', p.roomId)
        .where('membership.last_day', '>=', p.day)
        .where('left_at', 'is', null)
        .unionAll(
          db
            .selectFrom('chain')
            .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
            .select(['one.member_id', 'one.previous_id', 'one.day', 'one.at', 'one.content'])
            .where('chain.day', '>', p.day),
        ),
    )
    .selectFrom('chain')
    .select(['member_id as memberId', 'at'])
    .select((eb) => eb.case().when(brokeRule(eb, p)).then('').else(eb.ref('content')).end().as('content'))
    .where('day', '=', p.day)
    .orderBy('at')
    .orderBy('member_id'),
);
