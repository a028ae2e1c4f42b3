/**
 * The standing of a membership together with what the day of a check-in means in its room.
 *
 * Every check-in asks for both, and the day means the same for all of the room.
 */

import { sql } from 'kysely';
import type { MembershipKey, RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { startTakingIds } from './ids-ahead.js';
import { keyOfPair } from './memory.js';
import { roomsSpokenIn } from './read-ahead.js';
import { Remembered } from './remembered.js';
import { readStanding, type Standing } from './standings.js';
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

function meaningOf(tx: Tx, day: LocalDay) {
  return tx
    .selectFrom('room')
    .select((eb) => [
      'room.id as roomId',
      'room.closed_day as closedThrough',
      eb
        .selectFrom('room_rule')
        .select('freeze_every')
        .whereRef('room_rule.room_id', '=', 'room.id')
        .where('from_day', '<=', day)
        .orderBy('from_day', 'desc')
        .limit(sql.lit(1))
        .as('freezeEvery'),
      eb
        .selectFrom('points_day')
        .select('factor')
        .whereRef('points_day.room_id', '=', 'room.id')
        .where('day', '=', day)
        .as('pointsFactor'),
    ]);
}

const roomDay = new Remembered({
  statement: defineStatement((tx, p: DayKey) => meaningOf(tx, p.day).where('room.id', '=', p.roomId)),
  ahead: defineStatement((tx, p: DayKey & Batch) =>
    meaningOf(tx, p.day)
      .innerJoin(roomsSpokenIn(p), 'spoken.id', 'room.id')
      .select(sql<LocalDay>`cast(${p.day} as integer)`.as('day')),
  ),
  keyOf: ({ roomId, day }) => keyOfPair(roomId, day),
  answerOf: (row): RoomDay => row,
});

/** Locks the membership until the transaction ends. */
export function readStandingOn(tx: Tx, key: MembershipKey, day: LocalDay): Awaitable<StandingOnDay> {
  const { roomId } = key;
  startTakingIds(tx);
  return andThen(roomDay.first(tx, { roomId, day }), (meaning) => {
    if (!meaning) throw new Error(`Nothing is known of day ${day} in room ${roomId}.`);
    return andThen(readStanding(tx, key), (standing) => onDay(standing, meaning));
  });
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
