/**
 * The standing of a membership together with what the day of a check-in means in its room: one statement, since every
 * check-in asks for all of it.
 */

import { sql } from 'kysely';
import type { MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { STANDING_COLUMNS, type Standing } from './standings.js';
import { defineStatement } from './statement.js';

export interface StandingOnDay extends Standing {
  /** The last day that is over in the room; null before the first. */
  readonly closedThrough: LocalDay | null;
  /** Days in a row that earn a freeze on the day; null where no rule holds. */
  readonly freezeEvery: number | null;
  /** By what the day's points are multiplied; null for a day like any other. */
  readonly pointsFactor: number | null;
}

const lock = defineStatement((tx, p: MembershipKey & { day: LocalDay }) => {
  const query = tx
    .selectFrom('membership')
    .select(STANDING_COLUMNS)
    .select(({ selectFrom }) => [
      selectFrom('room').select('closed_day').where('id', '=', p.roomId).as('closedThrough'),
      selectFrom('room_rule')
        .select('freeze_every')
        .where('room_id', '=', p.roomId)
        .where('from_day', '<=', p.day)
        .orderBy('from_day', 'desc')
        .limit(sql.lit(1))
        .as('freezeEvery'),
      selectFrom('points_day')
        .select('factor')
        .where('room_id', '=', p.roomId)
        .where('day', '=', p.day)
        .as('pointsFactor'),
    ])
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId);
  return lockRows(tx, query);
});

/** Locks the membership until the transaction ends. */
export async function readStandingOn(
  tx: Tx,
  { roomId, memberId }: MembershipKey,
  day: LocalDay,
): Promise<StandingOnDay> {
  const standing = await lock.first(tx, { roomId, memberId, day });
  if (!standing) throw new Error(`There is no membership ${memberId} in room ${roomId}.`);
  return standing;
}
