/**
 * Check-ins: appended as they come, each with a link to the member's check-in of the last day before its own.
 *
 * The chain starts at the membership's row, which whoever adds a check-in has locked; so it holds each day once, in any
 * order of arrival, and a member's history is read without an index that every check-in would have to keep up.
 */

import type { CheckInSource, Evidence } from '../domain/check-in.js';
import type { CheckInId, MembershipKey } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { andThen, type Awaitable } from './awaitable.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { defineInsert } from './insert-statement.js';
import { countCheckIns } from './room-days.js';
import { defineStatement } from './statement.js';

const BEFORE_ALL_DAYS = -1 as LocalDay;

export interface CheckIn {
  readonly day: LocalDay;
  readonly at: number;
  readonly evidence: Evidence;
  readonly content: string;
  /** How it came in; null and absent for what the member said on the day. */
  readonly source?: CheckInSource | null;
}

/** A check-in with its place in the chain. */
export interface LinkedCheckIn extends CheckIn {
  readonly source: CheckInSource | null;
  readonly id: CheckInId;
  readonly previousId: CheckInId | null;
}

interface NewCheckIn extends MembershipKey, Omit<LinkedCheckIn, 'id'> {}

const insert = defineInsert<NewCheckIn, CheckInId, 'check_in'>('check_in', ['evidence', 'content', 'source'], (p) => ({
  room_id: p.roomId,
  member_id: p.memberId,
  day: p.day,
  at: p.at,
  evidence: p.evidence,
  content: p.content,
  previous_id: p.previousId,
  source: p.source,
}));

/** Adds a check-in behind `previousId`, the member's last one before that day. */
export function appendCheckIn(
  tx: Tx,
  key: MembershipKey,
  checkIn: CheckIn,
  previousId: CheckInId | null,
): Awaitable<CheckInId> {
  const { roomId, memberId } = key;
  const { day, at, evidence, source = null } = checkIn;
  const content = cleanText(checkIn.content);
  const added = insert.run(tx, { roomId, memberId, day, at, evidence, content, source, previousId });
  return andThen(added, (id) => andThen(countCheckIns(tx, roomId, day, 1), () => id));
}

const listSince = defineStatement((tx, p: MembershipKey & { since: LocalDay }) =>
  tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('membership')
        .innerJoin('check_in', 'check_in.id', 'membership.last_check_in_id')
        .select(['check_in.id', 'previous_id', 'day', 'at', 'evidence', 'content', 'source'])
        .where('membership.room_id', '=', p.roomId)
        .where('membership.member_id', '=', p.memberId)
        .unionAll(
          db
            .selectFrom('chain')
            .innerJoin('check_in as one', 'one.id', 'chain.previous_id')
            .select(['one.id', 'one.previous_id', 'one.day', 'one.at', 'one.evidence', 'one.content'])
            .select('one.source')
            .where('chain.day', '>', p.since),
        ),
    )
    .selectFrom('chain')
    .select(['id', 'previous_id as previousId', 'day', 'at', 'evidence', 'content', 'source'])
    .orderBy('day', 'desc'),
);

/** The member's check-ins from the last one back to the first before `since`, that one included. */
export async function listCheckInsSince(
  tx: Tx,
  key: MembershipKey,
  since: LocalDay,
): Promise<readonly LinkedCheckIn[]> {
  return listSince.all(tx, { ...key, since });
}

export async function findCheckIn(tx: Tx, key: MembershipKey, day: LocalDay): Promise<LinkedCheckIn | undefined> {
  return (await listCheckInsSince(tx, key, day)).find((one) => one.day === day);
}

/** The member's days of check-in, oldest first. */
export async function listCheckInDays(tx: Tx, key: MembershipKey): Promise<LocalDay[]> {
  const all = await listCheckInsSince(tx, key, BEFORE_ALL_DAYS);
  return all.map(({ day }) => day).toReversed();
}

/** All of the member's check-ins in the room, oldest first. */
export async function listCheckIns(tx: Tx, key: MembershipKey): Promise<LinkedCheckIn[]> {
  return (await listCheckInsSince(tx, key, BEFORE_ALL_DAYS)).toReversed();
}

/** Puts `checkIn` between its neighbours in the chain. Returns the end of the chain, which the caller stores. */
export async function insertCheckIn(tx: Tx, key: MembershipKey, checkIn: CheckIn): Promise<CheckInId> {
  const since = await listCheckInsSince(tx, key, checkIn.day);
  const id = await appendCheckIn(tx, key, checkIn, since.find((one) => one.day < checkIn.day)?.id ?? null);
  return linkNext(tx, since, checkIn.day, id);
}

/** Puts a check-in that was taken out back in on another day: the same row, so nobody is told of a new one. */
export async function reinsertCheckIn(tx: Tx, key: MembershipKey, taken: LinkedCheckIn): Promise<CheckInId> {
  const { id, day, at, evidence, content, source } = taken;
  const since = await listCheckInsSince(tx, key, day);
  const previous_id = since.find((one) => one.day < day)?.id ?? null;
  const place = { room_id: key.roomId, member_id: key.memberId, previous_id };
  const row = { id, day, at, evidence, content, source, ...place };
  await tx.insertInto('check_in').values(row).execute();
  await countCheckIns(tx, key.roomId, day, 1);
  return linkNext(tx, since, day, id);
}

async function linkNext(tx: Tx, since: readonly LinkedCheckIn[], day: LocalDay, id: CheckInId): Promise<CheckInId> {
  const next = since.findLast((one) => one.day > day);
  if (next) await link(tx, next.id, id);
  return since[0] && next ? since[0].id : id;
}

/** Takes the check-in of that day out of the chain. Returns the end of the chain, which the caller stores. */
export async function deleteCheckIn(tx: Tx, key: MembershipKey, day: LocalDay): Promise<CheckInId | null> {
  const since = await listCheckInsSince(tx, key, day);
  const found = since.find((one) => one.day === day);
  if (!found) return since[0]?.id ?? null;
  const next = since.findLast((one) => one.day > day);
  if (next) await link(tx, next.id, found.previousId);
  await tx.deleteFrom('check_in').where('id', '=', found.id).execute();
  await countCheckIns(tx, key.roomId, day, -1);
  return next ? (since[0]?.id ?? null) : found.previousId;
}

async function link(tx: Tx, id: CheckInId, previousId: CheckInId | null): Promise<void> {
  await tx.updateTable('check_in').set({ previous_id: previousId }).where('id', '=', id).execute();
}
