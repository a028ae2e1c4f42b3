/** The last thing that each member was refused, for those who ask why. */

import type { MemberId, RoomId } from '../domain/ids.js';
import type { Refusal } from '../domain/refusal.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface LastRefusal {
  readonly memberId: MemberId;
  /** Where it was said; null for a private chat. */
  readonly roomId: RoomId | null;
  readonly refusal: Refusal;
  /** As typed, codes left out. */
  readonly line: string;
  readonly at: number;
}

export async function saveLastRefusal(tx: Tx, { memberId, roomId, refusal, line, at }: LastRefusal): Promise<void> {
  const values = { room_id: roomId, refusal: cleanText(JSON.stringify(refusal)), line: cleanText(line), at };
  await tx
    .insertInto('last_refusal')
    .values({ member_id: memberId, ...values })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
    .execute();
}

export async function findLastRefusal(tx: Tx, memberId: MemberId): Promise<LastRefusal | undefined> {
  const row = await tx
    .selectFrom('last_refusal')
    .select(['member_id as memberId', 'room_id as roomId', 'refusal', 'line', 'at'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row && { ...row, refusal: JSON.parse(row.refusal) as Refusal };
}
