/**
 * The standing of a membership together with what the day of a check-in means in its room.
 *
 * Every check-in asks for both. Where answers are remembered, whoever spoke has brought the standing along, and the day
 * means the same for all of the room; elsewhere one statement asks for all of it.
 */

import { sql } from 'kysely';
import type { MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { lockRows } from './lock.js';
import { keyOfPair } from './memory.js';
import { Remembered, remembers } from './remembered.js';
import { readStanding, STANDING_COLUMNS, type Standing } from './standings.js';
import { defineStatement } from './statement.js';

export interface RoomDay {
  /** The last day that is over in the room; null before the first. */
  readonly closedThrough: LocalDay | null;
  /** Days in a row that earn a freeze on the day; null where no rule holds. */
  readonly freezeEvery: number | null;
  /** By what the day's points are multiplied; null for a day like any other. */
  readonly pointsFactor: number | null;
}

export interface StandingOnDay extends Standing, RoomDay {}

interface DayKey {
  readonly roomId: RoomId;
  readonly day: LocalDay;
}

function roomDayColumns(tx: Tx, { roomId, day }: DayKey) {
  return [
    tx.selectFrom('room').select('closed_day').where('id', '=', roomId).as('closedThrough'),
    tx
      .selectFrom('room_rule')
      .select('freeze_every')
      .where('room_id', '=', roomId)
      .where('from_day', '<=', day)
      .orderBy('from_day', 'desc')
      .limit(sql.lit(1))
      .as('freezeEvery'),
    tx
      .selectFrom('points_day')
      .select('factor')
      .where('room_id', '=', roomId)
      .where('day', '=', day)
      .as('pointsFactor'),
  ] as const;
}

const roomDay = new Remembered({
  statement: defineStatement((tx, p: DayKey) => tx.selectNoFrom(roomDayColumns(tx, p))),
  keyOf: ({ roomId, day }) => keyOfPair(roomId, day),
  answerOf: (row): RoomDay => row,
});

const lockAll = defineStatement((tx, p: MembershipKey & DayKey) => {
  const query = tx
    .selectFrom('membership')
    .select(STANDING_COLUMNS)
    .select(roomDayColumns(tx, p))
    .where('room_id', '=', p.roomId)
    .where('member_id', '=', p.memberId);
  return lockRows(tx, query);
});

/** Locks the membership until the transaction ends. */
export async function readStandingOn(tx: Tx, key: MembershipKey, day: LocalDay): Promise<StandingOnDay> {
  const { roomId, memberId } = key;
  if (!remembers(tx)) {
    const standing = await lockAll.first(tx, { roomId, memberId, day });
    if (!standing) throw new Error(`There is no membership ${memberId} in room ${roomId}.`);
    return standing;
  }
  const meaning = await roomDay.first(tx, { roomId, day });
  if (!meaning) throw new Error(`Nothing is known of day ${day} in room ${roomId}.`);
  return onDay(await readStanding(tx, key), meaning);
}

/** Written out, as everything that every check-in does. */
function onDay(standing: Standing, { closedThrough, freezeEvery, pointsFactor }: RoomDay): StandingOnDay {
  const { firstDay, lastDay, coveredTo, streak, best, total, freezes, balance, lastEntryId, lastCheckInId } = standing;
  return {
    firstDay,
    lastDay,
    coveredTo,
    streak,
    best,
    total,
    freezes,
    balance,
    lastEntryId,
    lastCheckInId,
    closedThrough,
    freezeEvery,
    pointsFactor,
  };
}
