import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

const OPEN = '/秒杀 开 保温杯 库存 2 20:00';

describeDialects('a flash sale', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const [room, staff] = [bot.room('英语1群'), bot.room('员工群')];
    await owner.says('/建群 员工', staff);
    await owner.says('/建群 体验 英语', room);
    const buy = (name: string) => bot.person(name).says('秒杀', room);
    return { bot, owner, room, staff, buy };
  }

  test('is told of at once, opens by itself, and the first who come get one each', async () => {
    const { bot, owner, room, buy } = await startRoom();
    expect(await owner.says(OPEN, room)).toBe(
      '⚡ 秒杀预告：保温杯，2 份\n3月2日 周一 20:00 开抢，不收积分\n先到先得，一人一份，以我收到的先后为准\n到时发送：秒杀',
    );
    expect(await buy('小林')).toBe('还没开始，3月2日 周一 20:00 开抢。');

    expect((await bot.passTo('2026-03-02T20:00:10+08:00'))(room)).toContain('⚡ 秒杀开始：保温杯，2 份');

    expect(await buy('小林')).toContain('小林（1）\n保温杯 还剩 1 份，要的发送：秒杀');
    await bot.passTo('2026-03-02T20:02:00+08:00');
    expect(await buy('小林')).toBe('小林 已经有一份了，一人一份');
    expect(await buy('小王')).toContain('小王（2）\n保温杯 全部抢完');
    expect(await buy('阿陈')).toBe('抢完了，阿陈 这次没赶上，下次早点来');
    expect(await owner.says('/秒杀', room)).toContain('「保温杯」已结束：2 份，抢走 2 份');
    expect(await owner.says('/秒杀', room)).toContain('抢到的：小林、小王');
  });

  test('opens at its time also when nothing could be said', async () => {
    const { bot, owner, room, buy } = await startRoom();
    await owner.says(OPEN, room);
    bot.clock.moveTo(Date.parse('2026-03-02T20:00:01+08:00'));

    expect(await buy('小林')).toContain('小林（1）');
  });

  test('what was sent before its time does not count, whenever it is received', async () => {
    const { bot, owner, room } = await startRoom();
    await owner.says(OPEN, room);
    await bot.passTo('2026-03-02T20:00:10+08:00');

    const early = { sentAt: Date.parse('2026-03-02T19:59:59+08:00') };
    expect(await bot.person('小林').says('秒杀', room, early)).toContain('还没开始');
  });

  test('points are paid once, and who has too few keeps them', async () => {
    const { bot, owner, room, buy } = await startRoom();
    await bot.person('小林').says('打卡', room);
    expect(await owner.says('/秒杀 开 保温杯 5份 价 10分', room)).toContain('⚡ 秒杀开始：保温杯，5 份\n10 分一份');

    expect(await buy('小林')).toContain('小林（1）');
    expect(await buy('小王')).toBe('小王 积分不够，现在有 0 分');
    await bot.passTo('2026-03-02T09:05:00+08:00');
    await buy('小林');

    const entries = await bot.database.transaction((tx) =>
      tx
        .selectFrom('points_entry')
        .select(['reason', 'ref', 'amount', 'balance'])
        .where('reason', '=', 'flash-sale')
        .execute(),
    );
    expect(entries).toEqual([{ reason: 'flash-sale', ref: 'flash-sale:1', amount: -10, balance: 0 }]);
  });

  test('ends by its time with what is left', async () => {
    const { bot, owner, room, buy } = await startRoom();
    await owner.says('/秒杀 开 保温杯 5份 到 10:00', room);
    await buy('小林');

    await bot.passTo('2026-03-02T10:00:00+08:00');

    expect(await buy('小王')).toBe('这次秒杀已经结束了。');
    expect(await owner.says('/秒杀', room)).toContain('「保温杯」已结束：5 份，抢走 1 份');
    expect(await owner.says('/秒杀 取消', room)).toBe('本群现在没有秒杀。');
    expect(await owner.says('/秒杀 开 水杯 5份', room)).toContain('秒杀开始：水杯');
  });

  test('where no sale runs the word is talk, unless the bot is asked', async () => {
    const { bot, room, buy } = await startRoom();

    expect(await buy('小林')).toBe('');
    expect(await bot.person('小王').says('@机器人 秒杀', room, { mentionsBot: true })).toBe('本群现在没有秒杀。');
  });

  test('staff leave it to the members', async () => {
    const { owner, room } = await startRoom();
    await owner.says('/秒杀 开 保温杯 5份', room);

    expect(await owner.says('秒杀', room)).toBe('活动是给成员准备的，工作人员不参加。');
  });

  test('one runs at a time; a cancelled one is over, and whoever has one keeps it', async () => {
    const { owner, room, staff, buy } = await startRoom();
    await owner.says('/秒杀 开 保温杯 5份', room);
    expect(await owner.says('/秒杀 开 水杯 5份', room)).toContain('「保温杯」还没结束');
    await buy('小林');

    expect(await owner.says('/英语1群 秒杀 取消', staff)).toBe('好，马上发到「英语1群」。');

    expect(await buy('小王')).toBe('这次秒杀已经结束了。');
    expect(await owner.says('/秒杀', room)).toContain('抢到的：小林');
  });

  test.each([
    ['/秒杀 开 保温杯 20:00', '还缺少「库存」'],
    ['/秒杀 开 库存 5 20:00', '还缺少「名称」'],
    ['/秒杀 开 保温杯 0份', '「库存」要在 1 到 1000 之间'],
    ['/秒杀 开 保温杯 5份 限 2', '「每人几份」要在 1 到 1 之间'],
    ['/秒杀 开 保温杯 5份 8:00', '这个时间已经过了'],
    ['/秒杀 开 保温杯 5份 23:00', '请改到 07:30 到 21:29 之间'],
    ['/秒杀 开 保温杯 5份 20:00 到 19:00', '这个时间已经过了'],
  ])('%s is refused: %s', async (line, why) => {
    const { owner, room } = await startRoom();

    expect(await owner.says(line, room)).toContain(why);
  });
});
