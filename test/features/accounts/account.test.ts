import { expect, test } from 'vitest';
import { CAREFUL_PACING } from '../../../src/domain/pacing.js';
import { markStopped } from '../../../src/storage/account-sending.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot, type TestBot } from '../../support/test-bot.js';

/** Real limits, and no pauses that a test would have to wait for. */
const PACING = { ...CAREFUL_PACING, minGap: 0, maxGap: 0 };

describeDialects('the account', (dialect) => {
  async function start(pacing = PACING) {
    const bot = await startTestBot({ dialect, pacing });
    return { bot, owner: await bot.owner() };
  }

  async function savedPacing({ database }: TestBot): Promise<unknown> {
    return database.transaction(async (tx) => (await findOrAddAccount(tx, 'test', 0)).pacing);
  }

  test('shows who it is, since when it is online, how much it sent, and its pace', async () => {
    const { bot, owner } = await start(CAREFUL_PACING);
    bot.clock.moveTo(Date.parse('2026-03-02T09:10:00+08:00'));

    expect((await owner.whispers('账号')).split('\n')).toEqual([
      '账号「test」，微信名 机器人',
      '在线，从 3月2日 周一 09:00 开始',
      '主动推送正常，没有停发',
      '近 1 分钟发了 0 条，上限 3 条；近 24 小时 1 条，上限 60 条',
      '两条之间停 3 到 8 秒',
      '新号期到 3月9日 周一 09:00，上限按 30% 算',
      '要改就发送：/账号 每天 200',
    ]);
  });

  test('a limit that was changed holds from the next message on, also for what already waits', async () => {
    const { bot, owner } = await start({ ...PACING, newPercent: 100 });
    expect(await owner.whispers('/账号 每分钟 2')).toContain('上限 2 条');
    const lin = bot.person('小林');
    expect(await lin.whispers('帮助')).toBe('');

    expect(await owner.whispers('/账号 每分钟 20')).toContain('上限 20 条');

    expect(bot.said(lin)).toHaveLength(1);
    expect(await savedPacing(bot)).toEqual({ perMinute: 20 });
  });

  test('each of its numbers can be changed, and all of them go back at once', async () => {
    const { bot, owner } = await start(CAREFUL_PACING);
    const says = async (line: string) => {
      bot.clock.moveTo(bot.clock.now() + 60_000);
      return owner.whispers(line);
    };

    expect(await says('/账号 每天 300')).toContain('上限 90 条');
    expect(await says('/账号 间隔 5～10秒')).toContain('两条之间停 5 到 10 秒');
    expect(await says('/账号 新号 50% 3天')).toContain('上限按 50% 算');
    expect(await says('/账号每分钟10条')).toContain('改过：每天、每分钟、间隔、新号');
    expect(await savedPacing(bot)).toEqual({
      perDay: 300,
      perMinute: 10,
      minGap: 5_000,
      maxGap: 10_000,
      newPercent: 50,
      newDays: 3,
    });
    expect(await says('/账号 默认')).toContain('两条之间停 3 到 8 秒');
    expect(await savedPacing(bot)).toBeNull();
  });

  test('what is faster than advised is told to be a risk', async () => {
    const { bot, owner } = await start(CAREFUL_PACING);
    bot.clock.moveTo(bot.clock.now() + 60_000);

    expect(await owner.whispers('/账号 每天 500')).toContain('风险更大');
  });

  test.each([
    ['每天 0', '「每天」要在 1 到 1000 条之间。\n例如：/账号 每天 200'],
    ['每分钟 31', '「每分钟」要在 1 到 30 条之间。\n例如：/账号 每分钟 12'],
    ['间隔 3-301秒', '「间隔」要在 0 到 300 秒之间。\n例如：/账号 间隔 3-8秒'],
    ['间隔 8-3秒', '「间隔」要先写短的，再写长的。\n例如：/账号 间隔 3-8秒'],
    ['新号 130% 7天', '「新号」要在 1 到 100%之间。\n例如：/账号 新号 30% 7天'],
    ['每天 三百', '「每天 三百」没看懂。\n可以写：每天 200、每分钟 12、间隔 3-8秒、新号 30% 7天、默认'],
  ])('/账号 %s is refused in two lines', async (change, refusal) => {
    const { bot, owner } = await start();

    expect(await owner.whispers(`/账号 ${change}`)).toBe(refusal);
    expect(await savedPacing(bot)).toBeNull();
  });

  test('a stop is shown with its cause and its end', async () => {
    const { bot, owner } = await start();
    await bot.database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'test', 0);
      await markStopped(tx, id, Date.parse('2026-03-02T11:00:00+08:00'), 'logout');
    });

    expect(await owner.whispers('/账号')).toContain('停发中：微信把账号退出了登录，到 3月2日 周一 11:00 为止');
  });

  test('it is the owner’s alone, and in the help of nobody else', async () => {
    const { bot, owner } = await start({ ...PACING, newPercent: 100 });
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    const wang = bot.person('小王');
    await wang.joins(room);
    await owner.says('/授权 小王 运营 全部', room);

    expect(await wang.whispers('/账号 每天 300')).toContain('需要群主身份');
    expect(await wang.whispers('/帮助')).not.toContain('账号 ');
    expect(await owner.whispers('/帮助')).toContain('账号');
    expect(await savedPacing(bot)).toBeNull();
  });
});
