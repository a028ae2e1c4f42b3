import { expect, test } from 'vitest';
import { keepHouse } from '../../src/kit/housekeeping.js';
import { describeDialects } from '../support/dialects.js';
import { quietLog } from '../support/quiet-log.js';
import { startTestBot } from '../support/test-bot.js';

describeDialects('housekeeping', (dialect) => {
  test('forgets words after ninety days and traces after two weeks, and no fact', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    const lin = bot.person('小林');
    await lin.says('打卡 今天读了 3 页', room);
    bot.clock.moveTo(Date.parse('2026-06-15T09:00:00+08:00'));

    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    const kept = await bot.database.transaction(async (tx) => ({
      checkIns: await tx.selectFrom('check_in').select(['content', 'evidence']).execute(),
      inbox: await tx.selectFrom('inbox').selectAll().execute(),
      replies: await tx.selectFrom('outbox').selectAll().where('day', 'is', null).execute(),
      points: await tx.selectFrom('points_entry').select('amount').execute(),
    }));
    expect(kept).toEqual({
      checkIns: [{ content: '', evidence: 'text' }],
      inbox: [],
      replies: [],
      points: [{ amount: 10 }],
    });
  });

  test('keeps what is younger', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    await bot.person('小林').says('打卡 今天读了 3 页', room);
    bot.clock.moveTo(Date.parse('2026-03-10T09:00:00+08:00'));

    await keepHouse({ database: bot.database, clock: bot.clock, log: quietLog().log });

    const inbox = await bot.database.transaction((tx) => tx.selectFrom('inbox').selectAll().execute());
    expect(inbox.length).toBeGreaterThan(0);
  });
});
