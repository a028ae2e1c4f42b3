import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { minuteLater, startGiftRoom } from '../gifts/gift-room.js';

describeDialects('badges', (dialect) => {
  test('a week in a row earns a badge overnight, told in the next review and kept among one’s own', async () => {
    const { bot, lin, room } = await startGiftRoom(dialect);
    for (let day = 2; day <= 8; day++) {
      await bot.passTo(`2026-03-0${day}T09:30:00+08:00`);
      await lin.says('打卡', room);
    }
    expect(await lin.says('徽章', room)).toContain(
      '🏅 小林 ·「英语1群」有 1 枚徽章\n第一步　3月2日\n还可以拿：七日（连续打卡 7 天）',
    );

    const said = await bot.passTo('2026-03-09T21:00:00+08:00');

    expect(said(room)).toContain('🏅 昨天的徽章：小林「七日」');
    expect(await lin.says('徽章', room)).toContain('有 2 枚徽章\n第一步　3月2日\n七日　3月8日');
    expect(await lin.whispers('我的')).toContain('徽章 第一步、七日');
  });

  test('rising early five times earns one, paid where the room pays for badges', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/设置 徽章积分 20', room);
    for (let day = 3; day <= 7; day++) {
      await bot.passTo(`2026-03-0${day}T06:30:00+08:00`);
      await lin.says('打卡', room);
    }
    await bot.passTo('2026-03-08T09:00:00+08:00');

    expect(await lin.says('徽章', room)).toContain('早起鸟　3月7日');
    expect(await lin.whispers('积分明细')).toContain('+20　徽章奖励');
  });

  test('a history that no longer deserves it takes it back, with its points, and gives it again', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/设置 徽章积分 20', room);
    await lin.says('打卡', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    expect(await lin.says('徽章', room)).toContain('第一步　3月2日');
    const balance = async () =>
      bot.database.transaction(async (tx) => {
        const rows = await tx.selectFrom('membership').select(['points', 'name']).execute();
        const entries = await tx.selectFrom('points_entry').select('amount').execute();
        return [rows.find(({ name }) => name === '小林')?.points, entries.reduce((sum, one) => sum + one.amount, 0)];
      });
    expect(await balance()).toEqual([30, 30]);

    expect(await lin.says('为什么没有徽章', room)).toContain(
      '「第一步」3月2日得到：第一次打卡\n还没有「七日」：要连续打卡 7 天',
    );

    await owner.says('/更正 小林 3-2 没有', room);
    minuteLater(bot);

    expect(await lin.says('徽章', room)).toContain('还没有徽章');
    expect(await owner.whispers('/英语1群 为什么 小林 徽章')).toContain('「第一步」收回了：打卡记录更正后不再满足');
    expect(await balance()).toEqual([0, 0]);
    const kept = await bot.database.transaction((tx) =>
      tx.selectFrom('badge_grant').select('revoked_reason').execute(),
    );
    expect(kept).toEqual([{ revoked_reason: 'correction' }]);
    await owner.says('/撤销', room);
    expect(await balance()).toEqual([30, 30]);
  });

  test('managers give badges of their own making, once each, and take them back with a reason', async () => {
    const { owner, lin, room } = await startGiftRoom(dialect);

    expect(await owner.says('/徽章 给 小林 最佳笔记', room)).toContain('小林 得到徽章「最佳笔记」');
    expect(await owner.says('/徽章 给 小林 最佳笔记', room)).toContain('已经有「最佳笔记」了');
    expect(await owner.says('/徽章 给 小林 七日', room)).toContain('由打卡记录自动颁发');
    expect(await lin.says('徽章', room)).toContain('最佳笔记　3月2日');
    expect(await owner.says('/徽章 收 小林 最佳笔记', room)).toContain('还缺少「原因」');
    expect(await owner.says('/徽章 收 小林 最佳笔记 给错了', room)).toContain('已收回 小林 的徽章');
    await owner.says('/撤销', room);
    expect(await owner.says('/徽章 收 小林 最佳笔记 给错了', room)).toContain('已收回');
    expect(await lin.says('/徽章 给 小林 自封的', room)).toBe('');
    expect(await lin.whispers('徽章 给 小林 自封的')).toContain('需要运营身份');
  });
});
