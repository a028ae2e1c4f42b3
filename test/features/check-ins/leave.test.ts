import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('leave', (dialect) => {
  async function startRoom() {
    const bot = await startTestBot({ dialect, now: '2026-03-02T09:00:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费 英语', room);
    const staff = bot.room('员工群');
    await owner.says('/建群 员工', staff);
    const [lin, chen] = [bot.person('小林'), bot.person('阿陈')];
    await lin.says('打卡', room);
    await chen.says('打卡', room);
    return { bot, owner, room, staff, lin, chen };
  }

  test('the streak goes over days of leave without growing', async () => {
    const { bot, room, lin, chen } = await startRoom();

    expect(await lin.says('请假 明天到后天', room)).toBe(
      '好的，小林 3月3日 周二 到 3月4日 周三 请假，这几天不算缺卡，连续天数保留。\n提前回来就发送：销假',
    );
    await bot.passTo('2026-03-05T09:00:00+08:00');

    expect(await lin.says('打卡', room)).toContain('连续 2 天，累计 2 天，+10 分\n🛡 小林 请假 2 天，连续 2 天还在');
    expect(await chen.says('打卡', room)).toContain('连续 1 天，累计 2 天');
  });

  test('who is on leave is not expected: neither by the review nor by the roll', async () => {
    const { bot, owner, room, staff, lin, chen } = await startRoom();
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await lin.says('请假', room);
    await chen.says('打卡', room);

    const said = await bot.passTo('2026-03-03T20:00:00+08:00');

    expect(said(room)).toMatch(/1.*1/u);
    expect(said(room)).not.toContain('还');
    expect(await owner.says('/英语1群 名单', staff)).toContain('应到 1 人\n已打卡 1 人：阿陈\n请假 1 人：小林');
  });

  test('it can be ended before the time', async () => {
    const { bot, room, lin } = await startRoom();
    await lin.says('请假三天', room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    expect(await lin.says('我的', room)).toContain('请假 3月3日 到 3月4日，共 2 天');

    expect(await lin.says('销假', room)).toContain('小林 已销假');
    expect(await lin.says('取消请假', room)).toContain('没有可以取消的请假');
    await bot.passTo('2026-03-05T09:00:00+08:00');
    expect(await lin.says('打卡', room)).toContain('连续 1 天');
  });

  test('whoever ends it after checking in has nothing left to do today', async () => {
    const { room, lin } = await startRoom();
    await lin.says('打卡', room);
    await lin.says('请假 明天', room);

    expect(await lin.says('销假', room)).toBe('小林 已销假，欢迎回来。\n今天的打卡已经记上了，明天见。');
  });

  test.each([
    ['请假 3-1', '已经过去的日子请不了假'],
    ['请假 4-20', '请假最多提前 30 天'],
    ['请假 20天', '一次请假最多 14 天'],
  ])('%s is refused', async (words, why) => {
    const { room, lin } = await startRoom();

    expect(await lin.says(words, room)).toContain(why);
  });

  test('staff give leave for days that are over, and take it back', async () => {
    const { bot, owner, room, lin, chen } = await startRoom();
    await bot.passTo('2026-03-05T09:00:00+08:00');
    await lin.says('打卡', room);
    const mentions = { mentions: [lin, chen] };

    const answer = await owner.says('/代请假 @小林 @阿陈 3-3到3-4', room, mentions);

    expect(answer).toContain('已替 小林、阿陈 请假：3月3日 周二 到 3月4日 周三');
    expect(await lin.says('我的', room)).toContain('连续 2 天（最长 2 天）');
    expect(await chen.says('打卡', room)).toContain('连续 2 天');
    await owner.says('/撤销', room);
    await bot.passTo('2026-03-05T09:05:00+08:00');
    expect(await lin.says('我的', room)).toContain('连续 1 天（最长 1 天）');
  });
});
