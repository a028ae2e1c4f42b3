/** A room with an owner and a member, and points to spend. */

import type { MemberId, RoomId } from '../../../src/domain/ids.js';
import { localDayOf } from '../../../src/domain/local-time.js';
import { bookPoints } from '../../../src/kit/points.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export async function startGiftRoom(dialect: Dialect) {
  const bot = await startTestBot({ dialect });
  const owner = await bot.owner();
  const room = bot.room('英语1群');
  await owner.says('/建群 体验 英语', room);
  const lin = bot.person('小林');
  await lin.joins(room);
  return { bot, owner, room, lin };
}

/** The same line of a member is answered once a minute. */
export function minuteLater({ clock }: TestBot): void {
  clock.moveTo(clock.now() + 61_000);
}

/** In every room that they are in. */
export async function givePoints({ database, clock }: TestBot, person: TestPerson, amount: number): Promise<void> {
  await database.transaction(async (tx) => {
    const seats = await tx
      .selectFrom('membership')
      .innerJoin('member_identity', 'member_identity.member_id', 'membership.member_id')
      .select(['membership.room_id as roomId', 'membership.member_id as memberId', 'points'])
      .where('platform_id', '=', person.platformId)
      .execute();
    for (const seat of seats) await give(tx, seat, amount);
  });

  type Tx = Parameters<Parameters<typeof database.transaction>[0]>[0];
  async function give(tx: Tx, key: { roomId: RoomId; memberId: MemberId; points: number }, amount: number) {
    const ref = `test:${key.points}:${amount}`;
    const day = localDayOf(clock.now(), 'Asia/Shanghai');
    await bookPoints(tx, key, { reason: 'grant', ref, amount, day }, clock.now());
  }
}
