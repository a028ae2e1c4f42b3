import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('make-ups', (dialect) => {
  async function startRoom(settings: readonly string[] = []) {
    const bot = await startTestBot({ dialect, now: '2026-03-02T09:00:00+08:00' });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 付费', room);
    for (const setting of settings) await owner.says(`/设置 ${setting}`, room);
    return { bot, owner, room, lin: bot.person('小林') };
  }

  /** On Monday and Wednesday; it is Thursday, 5 March. */
  async function missTuesday(settings: readonly string[] = []) {
    const community = await startRoom(settings);
    const { bot, room, lin } = community;
    await lin.says('打卡', room);
    await bot.passTo('2026-03-04T09:00:00+08:00');
    await lin.says('打卡', room);
    await bot.passTo('2026-03-05T09:00:00+08:00');
    return community;
  }

  test('a day that is made up joins what is around it, with what that earns', async () => {
    const { room, lin } = await missTuesday();

    const answer = await lin.says('补卡 3-3 读了 3 页', room);

    expect(answer).toBe('✅ 小林 补上了 3月3日 周二\n连续 3 天，累计 3 天，+15 分\n这个月还能补 2 次');
    expect(await lin.says('我的', room)).toMatch(/积分 35.*\n保护卡 0 张，本月还能补卡 2 次/u);
  });

  test('without a day yesterday is meant; where it is not missing, the days that are', async () => {
    const { bot, room, lin } = await missTuesday();

    expect(await lin.says('补卡', room)).toBe(
      '昨天已经打过卡了，还能补这几天：\n1. 3月3日 周二\n补哪天就写哪天，例如：补卡 3-3',
    );
    await bot.passTo('2026-03-06T09:00:00+08:00');
    expect(await lin.says('补卡', room)).toContain('补上了 3月5日 周四');
  });

  test.each([
    ['补卡 明天', '还没到的日子不用补'],
    ['补卡 今天', '今天的不用补'],
    ['补卡 3-4', '3月4日 周三 已经打过卡了'],
    ['补卡 3-1', '你还没进群'],
    ['补卡 2-20', '只能补前 7 天以内的'],
  ])('%s is refused', async (words, why) => {
    const { room, lin } = await missTuesday();

    expect(await lin.says(words, room)).toContain(why);
  });

  test('the room says how often and how far; what is used comes back with the month', async () => {
    const { bot, room, lin } = await missTuesday(['补卡次数 1', '补卡天数 2']);
    expect(await lin.says('补卡 3-3', room)).toContain('这个月的补卡次数用完了');
    await bot.passTo('2026-03-07T09:00:00+08:00');
    expect(await lin.says('补卡 昨天', room)).toContain('这个月的 1 次补卡用完了');
    await bot.passTo('2026-04-01T09:00:00+08:00');

    expect(await lin.says('补卡 3-29', room)).toContain('只能补前 2 天以内的');
    expect(await lin.says('补卡 昨天', room)).toContain('补上了 3月31日 周二');
  });

  test('a room without make-ups says so', async () => {
    const { room, lin } = await missTuesday(['补卡次数 0']);

    expect(await lin.says('补卡 3-3', room)).toContain('这个群不补卡');
  });

  test('where content is asked for, a make-up brings it too', async () => {
    const { room, lin } = await missTuesday(['打卡内容 文字']);
    expect(await lin.says('补卡 3-3', room)).toContain('这个群补卡也要带上内容');

    expect(await lin.says('补卡 3-3 背了 20 个单词', room)).toContain('补上了 3月3日');
  });

  test('the own check-in of the day can be withdrawn, and what it earned goes with it', async () => {
    const { room, lin } = await missTuesday();
    await lin.says('打卡', room);

    expect(await lin.says('撤回打卡', room)).toContain('今天的打卡已撤回，积分一起退回，之前连续 1 天的记录还在');
    expect(await lin.says('我的', room)).toContain('累计 2 天\n积分 20');
    expect(await lin.says('撤回打卡，发错了', room)).toContain('今天没有可以撤回的打卡');
    expect(await lin.says('打卡', room)).toContain('连续 2 天，累计 3 天');
  });
});
