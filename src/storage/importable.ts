/** What a list of orders names, as the database knows it. */

import type { CardKind } from '../domain/card-kind.js';
import type { AccountId, CourseId, MemberId, OrderId } from '../domain/ids.js';
import type { Tx } from './database.js';

/** By the name that they bear in a registered room of the account, present or not; by name and number (`Lin#12`) too. */
export async function listMembersNamed(tx: Tx, accountId: AccountId, given: string): Promise<MemberId[]> {
  const [, name = given, number] = /^(.+)[#\uff03](\d{1,9})$/u.exec(given) ?? [];
  let query = tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select('member_id as id')
    .distinct()
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'is not', null)
    .where('membership.name', '=', name);
  if (number !== undefined) query = query.where('member_id', '=', Number(number) as MemberId);
  return (await query.orderBy('member_id').limit(2).execute()).map(({ id }) => id);
}

export interface KnownNumber {
  readonly id: OrderId;
  readonly memberId: MemberId;
  readonly courseId: CourseId;
  readonly kind: CardKind;
  readonly amount: number;
}

export async function findOrderNumbered(
  tx: Tx,
  accountId: AccountId,
  number: string,
): Promise<KnownNumber | undefined> {
  return tx
    .selectFrom('sales_order')
    .select(['id', 'member_id as memberId', 'course_id as courseId', 'kind', 'amount'])
    .where('account_id', '=', accountId)
    .where('number', '=', number)
    .executeTakeFirst();
}
