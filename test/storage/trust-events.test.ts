/** Trust is told from rows as they stand: what is undone or voided there counts no longer, and the score is always its recomputation. */

import { expect, test } from 'vitest';
import { trustOf } from '../../src/domain/trust.js';
import { trustOfMember } from '../../src/kit/trust.js';
import { appendTrustEvent, listTrustEvents } from '../../src/storage/trust-events.js';
import { startScene } from '../features/moderation/scene.js';
import { describeDialects } from '../support/dialects.js';

describeDialects('events of trust', (dialect) => {
  test('come from check-ins, orders, offences that stand, and what was written down once', async () => {
    const { bot, owner, teacher, room, staff, lin } = await startScene(dialect);
    await lin.says('打卡 读完了', room);
    await owner.says('/会员 @小林', staff);
    await teacher.says('/警告 @小林 请看群公告', room, { mentions: [lin] });
    const { now, member, account } = await bot.database.transaction(async (tx) => ({
      now: bot.clock.now(),
      member: await tx.selectFrom('member').select('id').where('name', '=', '小林').executeTakeFirstOrThrow(),
      account: await tx.selectFrom('account').select('id').executeTakeFirstOrThrow(),
    }));
    const event = {
      accountId: account.id,
      memberId: member.id,
      kind: 'answer-accepted',
      ref: 'question:1',
      at: now,
    } as const;

    const appended = await bot.database.transaction(async (tx) => [
      await appendTrustEvent(tx, event),
      await appendTrustEvent(tx, event),
    ]);
    const read = () =>
      bot.database.transaction(async (tx) => {
        const events = await listTrustEvents(tx, member.id, now);
        return {
          kinds: events.map(({ kind }) => kind).toSorted(),
          events,
          trust: await trustOfMember({ tx, now }, member.id),
        };
      });
    const before = await read();
    await lin.says('撤回打卡', room);
    await teacher.says('/撤销', room);
    const after = await read();

    expect(appended).toEqual([true, false]);
    expect(before.kinds).toEqual(['answer-accepted', 'check-in', 'warned']);
    expect(before.trust).toEqual(trustOf(before.events, now));
    expect(after.kinds).toEqual(['answer-accepted']);
    expect(after.trust.score).toBe(64);
  });
});
