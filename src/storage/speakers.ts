/**
 * Who speaks in a room, found in one look: the member, the membership, and its standing, which nearly everybody who speaks in
 * a rush is about to change. Where that look is a trip it is made once for a whole batch, and locks the memberships.
 */

import type { AccountId, MemberId, RoomId } from '../domain/ids.js';
import { andThen, type Awaitable } from './awaitable.js';
import type { Tx } from './database.js';
import type { Batch } from './held.js';
import { keepStanding, type Standing, STANDING_COLUMNS } from './locked-standings.js';
import type { Member } from './members.js';
import { heardMemberships, isTrip } from './read-ahead.js';
import { Remembered } from './remembered.js';
import { defineStatement } from './statement.js';

interface Heard {
  readonly accountId: AccountId;
  readonly platformId: string;
  readonly roomId: RoomId;
}

interface Found {
  readonly memberId: MemberId;
  readonly name: string;
  readonly leftAt: number | null;
}

const COLUMNS = ['membership.member_id as memberId', 'membership.name', 'membership.left_at as leftAt'] as const;

function inRoom(tx: Tx, { accountId, platformId, roomId }: Heard) {
  return tx
    .selectFrom('member_identity')
    .innerJoin('membership', 'membership.member_id', 'member_identity.member_id')
    .select(COLUMNS)
    .where('member_identity.account_id', '=', accountId)
    .where('member_identity.platform_id', '=', platformId)
    .where('membership.room_id', '=', roomId);
}

const findWithStanding = defineStatement((tx, p: Heard) => inRoom(tx, p).select(STANDING_COLUMNS));

const findHeard = new Remembered({
  statement: defineStatement(inRoom),
  ahead: defineStatement((tx, p: Batch) =>
    heardMemberships(tx, p)
      .select(['room_identity.account_id as accountId', 'member_identity.platform_id as platformId'])
      .select('membership.room_id as roomId')
      .select(COLUMNS)
      .select(STANDING_COLUMNS)
      // In one order, so that two processes never wait for each other.
      .orderBy('membership.room_id')
      .orderBy('membership.member_id')
      .forNoKeyUpdate('membership'),
  ),
  learn(tx, rows: readonly (Found & Heard & Standing)[]) {
    for (const row of rows) keepStanding(tx, row, row);
  },
  keyOf: ({ roomId, platformId }: Heard) => `${roomId} ${platformId}`,
  answerOf: (row): Found => row,
});

/** For what a batch asks of nearly every message. */
export function startFindingSpeakers(tx: Tx): void {
  findHeard.start(tx, {});
}

/** Nearly everybody who speaks: undefined unless they are noted as present in the room, under the name they use now. */
export function findPresentSpeaker(tx: Tx, heard: Heard & { readonly name: string }): Awaitable<Member | undefined> {
  const found = isTrip(tx) ? findHeard.first(tx, heard) : findAtOnce(tx, heard);
  return andThen(found, (seat) => memberOf(seat, heard.name));
}

function memberOf(found: Found | undefined, heardName: string): Member | undefined {
  if (found === undefined || found.leftAt !== null) return undefined;
  const { memberId, name } = found;
  return name === '' || name !== heardName ? undefined : { id: memberId, name };
}

function findAtOnce(tx: Tx, heard: Heard): Found | undefined {
  const found = findWithStanding.firstAtOnce(tx, heard);
  if (found) keepStanding(tx, { roomId: heard.roomId, memberId: found.memberId }, found);
  return found;
}
