import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTagScene } from '../tags/scene.js';

/** Three days of check-in are enough for the second rung. */
const EASY = '/等级 改 白银 打卡2 积分20 补卡+2 抽奖x2 早知道';

describeDialects('tiers', (dialect) => {
  test('what each asks for and brings is shown, and changed without turning the ladder upside down', async () => {
    const { says, lin, room } = await startTagScene(dialect);

    expect(await says('/等级')).toContain(
      '黄金（0 人）：打卡 60 天、累计积分 800，每月多补卡 1 次、抽奖 2 张签、榜上标 ★',
    );
    expect(await says('/等级 加 铂金 打卡120 积分1500 补卡+1')).toContain(
      '铂金：打卡 120 天、累计积分 1500，每月多补卡 1 次',
    );
    expect(await says('/等级 加 铂金 打卡130')).toContain('已经有「铂金」这个等级了');
    expect(await says('/等级 加 玄铁 打卡10 积分9000')).toContain('分不出高低');
    expect(await says('/等级 改 青铜 打卡3')).toContain('是大家起步的等级');
    expect(await says('/等级 改 黄金 打卡六十')).toContain('「打卡六十」看不懂');
    expect(await says('/等级 删 铂金')).toContain('已删「铂金」');
    expect(await lin.says('/等级', room)).toBe('');
  });

  test('whoever reaches one is proposed to staff, and told in the room once a person agreed', async () => {
    const { bot, owner, staff, lin, zhou, room, says, day } = await startTagScene(dialect);
    await says(EASY);
    await day('2026-03-02', lin, zhou);
    await day('2026-03-03', lin, zhou);
    await day('2026-03-04');
    await bot.passTo('2026-03-04T10:00:00+08:00');
    const list = await owner.says('/待办', staff);
    expect(list).toContain('升级：小林 从青铜升到白银（打卡 2 天、累计积分 20');
    const [, number = ''] = /(\d+)\D{1,3}升级：小林/u.exec(list) ?? [];
    const [, other = ''] = /(\d+)\D{1,3}升级：小周/u.exec(list) ?? [];
    expect(await lin.says('我的', room)).toContain('等级 青铜，够白银了，等运营确认');

    expect(await owner.says(`/待办 ${number} 同意`, staff)).toBe('好，小林 现在是「白银」。');
    expect(await owner.says(`/待办 ${other} 忽略`, staff)).toContain('不再重复提');
    await bot.passTo('2026-03-05T10:00:00+08:00');

    expect(bot.said(room).join('\n')).toMatch(/🎉 .*小林「白银」/u);
    expect(bot.said(room).join('\n')).not.toContain('小周「白银」');
    expect(await owner.says('/待办', staff)).not.toContain('升级');
    expect(await says('/为什么 等级 @小林')).toMatch(/小林 是「白银」.*\n.*到黄金还差|到黄金还差打卡 58 天/u);
    expect(await says('/为什么 等级 @小林')).toContain('青铜 → 白银（规则提出、运营同意，陈老师）');
    expect(await lin.says('我的', room)).toContain('等级 白银，到黄金还差');
  });

  test('where the room lets rules decide, a rise is told and a fall after its grace is not', async () => {
    const { bot, lin, room, staff, says, day } = await startTagScene(dialect);
    await says('/设置 升级 自动');
    await says(EASY);
    await day('2026-03-02', lin);
    await day('2026-03-03', lin);
    const risen = await bot.passTo('2026-03-04T10:00:00+08:00');
    expect(risen(room)).toMatch(/🎉 .*小林「白银」\n有了：每月多补卡 2 次、抽奖 2 张签、早知道、榜上标 ☆/u);

    await says('/等级 改 白银 打卡9');
    await bot.passTo('2026-03-05T10:00:00+08:00');
    expect(await says('/为什么 等级 @小林')).toContain('30 天后才会提降级');
    await bot.database.transaction((tx) =>
      tx
        .updateTable('member_tier')
        .set({ below_since: sql`below_since - 29` })
        .execute(),
    );
    await bot.passTo('2026-03-06T09:00:00+08:00');
    expect(await says('/等级')).toContain('白银（1 人）');
    const fallen = await bot.passTo('2026-03-06T10:00:00+08:00');

    expect(await says('/等级')).toContain('白银（0 人）');
    expect(fallen(room)).not.toContain('小林');
    expect(fallen(staff)).not.toContain('降级');
  });

  test('a person’s word holds against the figures, is told when it lifts, and is undone whole', async () => {
    const { bot, owner, lin, room, says } = await startTagScene(dialect);

    expect(await says('/升级 @小林 黄金 带读一个月')).toContain('由人定的等级规则不会往下调');
    expect(await says('/升级 @小林 黄金')).toContain('已经是「黄金」了');
    expect(await says('/升级 @小林 王者')).toContain('没有「王者」这个等级');
    await bot.passTo('2026-03-04T12:00:00+08:00');
    expect(bot.said(room).join('\n')).toMatch(/小林「黄金」/u);
    expect(await says('/等级')).toContain('黄金（1 人）');
    expect(await owner.says('/升级 @小林 白银', room, { mentions: [lin] })).toBe('好，已经改好。');
    expect(await owner.whispers('/撤销')).toContain('已撤销');
    expect(await says('/为什么 等级 @小林')).toMatch(/小林 是「黄金」[\s\S]*白银 → 黄金（撤销/u);
  });

  test('brings more make-ups, and a mark on the board', async () => {
    const { lin, room, says, day } = await startTagScene(dialect);
    await day('2026-03-02', lin);
    await says('/等级 改 黄金 补卡+2');
    expect(await lin.says('我的', room)).toContain('本月还能补卡 3 次');

    await says('/升级 @小林 黄金');

    expect(await lin.says('我的积分', room)).toContain('本月还能补卡 5 次');
    expect(await lin.says('排行榜', room)).toContain('★小林');
  });
});
