/** People of a room as a login left them: those who are new since, and those whom nobody has been recognised as yet. */

import type { ExpressionBuilder } from 'kysely';
import type { Face } from '../domain/face-match.js';
import type { AccountId, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import type { Schema } from './schema.js';
import { sessionOf } from './sessions.js';

type Seats = ExpressionBuilder<Schema, 'membership'>;

/** In the room now, without an id of a former session, and not declared new by staff. */
export async function listFreshFaces(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<Face[]> {
  return tx
    .selectFrom('membership')
    .select(['member_id as id', 'name', 'joined_at as joinedAt'])
    .where('room_id', '=', roomId)
    .where('left_at', 'is', null)
    .where((eb) => hasId(tx, eb, accountId, '='))
    .where((eb) => eb.not(hasId(tx, eb, accountId, '<')))
    .where((eb) => eb.not(isDeclaredNew(eb, accountId)))
    .orderBy('member_id')
    .execute();
}

/** In the room until the login at `sessionAt`. */
export async function listLostFaces(tx: Tx, accountId: AccountId, roomId: RoomId, sessionAt: number): Promise<Face[]> {
  return tx
    .selectFrom('membership')
    .select(['member_id as id', 'name', 'joined_at as joinedAt'])
    .where('room_id', '=', roomId)
    .where((eb) => eb.or([eb('left_at', 'is', null), eb('left_at', '>=', sessionAt)]))
    .where((eb) => hasId(tx, eb, accountId, '<'))
    .where((eb) => eb.not(hasId(tx, eb, accountId, '=')))
    .orderBy('member_id')
    .execute();
}

/** An id of the present session (`=`), or of a former one (`<`). */
function hasId(tx: Tx, eb: Seats, accountId: AccountId, when: '=' | '<') {
  return eb.exists(
    eb
      .selectFrom('member_identity')
      .select('member_identity.member_id')
      .whereRef('member_identity.member_id', '=', 'membership.member_id')
      .where('member_identity.account_id', '=', accountId)
      .where('member_identity.session', when, sessionOf(tx, accountId)),
  );
}

function isDeclaredNew(eb: Seats, accountId: AccountId) {
  return eb.exists(
    eb
      .selectFrom('identity_log')
      .select('identity_log.id')
      .where('identity_log.account_id', '=', accountId)
      .whereRef('identity_log.folded_id', '=', 'membership.member_id')
      .where('how', '=', 'new')
      .where('undone_at', 'is', null),
  );
}
