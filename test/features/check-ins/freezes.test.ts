import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('freezes and protected days', (dialect) => {
  async function startRoom(settings: readonly string[] = ['保护卡 3']) {
    const bot = await startTestBot({ dialect, now: '2026-03-01T09:00:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    for (const setting of settings) await owner.says(`/设置 ${setting}`, room);
    await bot.passTo('2026-03-02T09:00:00+08:00');
    return { bot, owner, room, lin: bot.person('小林') };
  }

  /** Checks in at nine on so many days from 2 March on; it is the morning after. */
  async function checkInFor(days: number, settings?: readonly string[]) {
    const community = await startRoom(settings);
    const { bot, room, lin } = community;
    for (let day = 2; day < 2 + days; day++) {
      await lin.says('打卡', room);
      await bot.passTo(`2026-03-${String(day + 1).padStart(2, '0')}T09:00:00+08:00`);
    }
    return community;
  }

  test('three days in a row earn one, and the day that is missed spends it', async () => {
    const { bot, room, lin } = await checkInFor(3);
    expect(await lin.says('我的', room)).toContain('保护卡 1 张');

    const night = await bot.passTo('2026-03-06T09:00:00+08:00');

    expect(night(room)).not.toContain('小林');
    expect(await lin.says('我的', room)).toMatch(/连续 3 天（最长 3 天），累计 3 天\n积分 35.*\n保护卡 0 张/u);
    expect(await lin.says('打卡', room)).toContain(
      '连续 4 天，累计 4 天，+10 分\n🛡 小林 用了 1 张保护卡，连续 4 天还在',
    );
    const evening = await bot.passTo('2026-03-06T20:01:00+08:00');
    expect(evening(room)).toContain('昨天用了 1 张保护卡，连续天数都还在');
  });

  test('a weekend costs neither streak nor freeze where the course goes on workdays, and is no news', async () => {
    const { bot, room, lin } = await checkInFor(5, ['保护卡 3', '推送日 工作日']);

    const weekend = await bot.passTo('2026-03-09T09:00:00+08:00');

    expect(weekend(room)).not.toContain('保护');
    expect(await lin.says('我的', room)).toMatch(/连续 5 天.*\n.*\n保护卡 1 张/u);
    expect(await lin.says('打卡', room)).toContain('连续 6 天');
  });

  test('days for which the room is paused cost neither streak nor freeze', async () => {
    const { bot, room, lin } = await checkInFor(3);
    await (await bot.owner()).says('/暂停 3天', room);

    await bot.passTo('2026-03-08T09:00:00+08:00');

    expect(await lin.says('我的', room)).toMatch(/连续 3 天.*\n.*\n保护卡 1 张/u);
    expect(await lin.says('打卡', room)).toContain('连续 4 天');
  });

  test('nobody holds more than two, and the third day that is missed ends the streak', async () => {
    const { bot, room, lin } = await checkInFor(9);
    expect(await lin.says('我的', room)).toContain('保护卡 2 张');

    await bot.passTo('2026-03-13T09:00:00+08:00');
    expect(await lin.says('我的', room)).toContain('连续 9 天');
    await bot.passTo('2026-03-14T09:00:00+08:00');

    expect(await lin.says('我的', room)).toContain('连续 0 天（最长 9 天），累计 9 天');
    expect(await lin.says('打卡', room)).toContain('连续 1 天，累计 10 天');
  });

  test('a make-up for a frozen day gives the freeze back', async () => {
    const { bot, room, lin } = await checkInFor(3);
    await bot.passTo('2026-03-06T09:00:00+08:00');
    await lin.says('打卡', room);

    expect(await lin.says('补卡 昨天', room)).toContain('连续 5 天');
    await bot.passTo('2026-03-06T09:05:00+08:00');

    expect(await lin.says('我的', room)).toContain('保护卡 1 张');
  });

  test('a message of a closed day that comes late is credited to its own day', async () => {
    const { bot, room, lin } = await checkInFor(3);
    await bot.passTo('2026-03-06T09:00:00+08:00');

    await lin.says('打卡', room, { sentAt: Date.parse('2026-03-05T22:00:00+08:00') });

    expect(await lin.says('我的', room)).toMatch(/连续 4 天（最长 4 天），累计 4 天\n积分 45.*\n保护卡 1 张/u);
  });

  test('another rule holds from tomorrow on, and none earns none', async () => {
    const { bot, owner, room, lin } = await checkInFor(2);
    await owner.says('/设置 保护卡 关', room);
    await lin.says('打卡', room);
    expect(await lin.says('我的', room)).toContain('保护卡 1 张');

    for (const day of [5, 6, 7]) {
      await bot.passTo(`2026-03-0${day}T09:00:00+08:00`);
      await lin.says('打卡', room);
    }

    expect(await lin.says('我的', room)).toContain('连续 6 天（最长 6 天），累计 6 天');
    expect(await lin.says('我的', room)).not.toContain('保护卡 2 张');
  });

  test('a day on which the bot was away is protected for everybody, and the room is told', async () => {
    const { bot, room, lin } = await checkInFor(2, []);
    await bot.passTo('2026-03-04T14:00:00+08:00');
    bot.bot.noteConnection({ state: 'offline', reason: 'the phone is off' });
    await bot.passTo('2026-03-05T07:00:00+08:00');
    bot.bot.noteConnection(bot.gateway.connection());

    const morning = await bot.passTo('2026-03-05T08:01:00+08:00');

    expect(morning(room)).toContain('昨天是保护日，没打卡的也不断连续');
    expect(await lin.says('打卡', room)).toContain('连续 3 天，累计 3 天');
    const evening = await bot.passTo('2026-03-05T20:01:00+08:00');
    expect(evening(room)).not.toContain('保护日');
  });

  test('an hour offline in the morning protects nothing', async () => {
    const { bot, room, lin } = await checkInFor(2, []);
    bot.bot.noteConnection({ state: 'offline', reason: 'the phone is off' });
    await bot.passTo('2026-03-04T10:00:00+08:00');
    bot.bot.noteConnection(bot.gateway.connection());
    await bot.passTo('2026-03-05T09:00:00+08:00');

    expect(await lin.says('打卡', room)).toContain('连续 1 天');
  });

  test('staff protect a day that is over, and take it back', async () => {
    const { bot, owner, room, lin } = await checkInFor(2, []);
    await bot.passTo('2026-03-05T09:00:00+08:00');
    await lin.says('打卡', room);

    expect(await owner.says('/保护 昨天 停电', room)).toContain('3月4日 周三 是保护日');
    expect(await lin.says('我的', room)).toContain('连续 3 天（最长 3 天），累计 3 天\n积分 35');
    expect(await owner.says('/保护 昨天', room)).toContain('已经是保护日了');
    await owner.says('/撤销', room);
    await bot.passTo('2026-03-05T09:05:00+08:00');

    expect(await lin.says('我的', room)).toContain('连续 1 天（最长 2 天），累计 3 天\n积分 30');
  });
});
