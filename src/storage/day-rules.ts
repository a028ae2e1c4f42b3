/** What single days mean for a member's figures, gathered from where it is kept. */

import { type DayRules, dayRulesOf } from '../domain/day-rules.js';
import type { MembershipKey, RoomId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { defineStatement } from './statement.js';

export async function readDayRules(tx: Tx, key: MembershipKey): Promise<DayRules> {
  const { roomId } = key;
  const leave = (await listLeave.all(tx, key)).map(({ day }) => day);
  const protectedDays = (await listProtected.all(tx, { roomId })).map(({ day }) => day);
  const freezeRules = await listFreezeRules.all(tx, { roomId });
  const pointsDays = await listPointsDays.all(tx, { roomId });
  const closedThrough = (await findClosedDay.first(tx, { roomId }))?.day ?? null;
  return dayRulesOf({ leave, protectedDays, freezeRules, pointsDays, closedThrough });
}

const listLeave = defineStatement((tx, p: MembershipKey) =>
  tx.selectFrom('leave_day').select('day').where('room_id', '=', p.roomId).where('member_id', '=', p.memberId),
);

const listProtected = defineStatement((tx, p: { roomId: RoomId }) =>
  tx.selectFrom('protected_day').select('day').where('room_id', '=', p.roomId),
);

const listFreezeRules = defineStatement((tx, p: { roomId: RoomId }) =>
  tx
    .selectFrom('room_rule')
    .select(['from_day as fromDay', 'freeze_every as every'])
    .where('room_id', '=', p.roomId)
    .orderBy('from_day'),
);

const listPointsDays = defineStatement((tx, p: { roomId: RoomId }) =>
  tx.selectFrom('points_day').select(['day', 'factor']).where('room_id', '=', p.roomId),
);

const findClosedDay = defineStatement((tx, p: { roomId: RoomId }) =>
  tx.selectFrom('room').select('closed_day as day').where('id', '=', p.roomId),
);
