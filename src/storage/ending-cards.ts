/** Cards that end soon, with the names of who has them. */

import type { CardKind } from '../domain/card-kind.js';
import type { Reminder } from '../domain/card-status.js';
import type { AccountId, CourseId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Tx } from './database.js';
import { type CardKey, idsOfHolder } from './member-cards.js';

export interface EndingCard {
  readonly name: string;
  readonly course: string;
  readonly kind: CardKind;
  readonly through: LocalDay;
}

interface Window {
  readonly from: LocalDay;
  readonly until: LocalDay;
  /** Of all courses when absent. */
  readonly courseId: CourseId | undefined;
}

/** Of members whom the account knows, the earliest end first. */
export async function listEndingNamed(
  tx: Tx,
  accountId: AccountId,
  { from, until, courseId }: Window,
): Promise<EndingCard[]> {
  let query = tx
    .selectFrom('member_card')
    .innerJoin('member', 'member.id', 'member_card.member_id')
    .innerJoin('course', 'course.id', 'member_card.course_id')
    .select(['member.name', 'course.name as course', 'member_card.kind', 'through_day as through'])
    .where('through_day', '>=', from)
    .where('through_day', '<=', until)
    .where('frozen_on', 'is', null)
    .where(({ exists }) => exists(idsOfHolder(tx, accountId)));
  if (courseId !== undefined) query = query.where('member_card.course_id', '=', courseId);
  const rows = await query.orderBy('through_day').orderBy('member_card.member_id').execute();
  return rows.flatMap(({ through, ...row }) => (through === null ? [] : [{ ...row, through }]));
}

/** False when that end was brought to mind in this way before. */
export async function appendCardNotice(
  tx: Tx,
  { memberId, courseId }: CardKey,
  { through, reminder }: { readonly through: LocalDay; readonly reminder: Reminder },
  at: number,
): Promise<boolean> {
  const result = await tx
    .insertInto('card_notice')
    .values({ member_id: memberId, course_id: courseId, through_day: through, reminder, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
