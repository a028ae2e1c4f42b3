import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';
import { startScene } from './scene.js';

describeDialects('the roll', (dialect) => {
  async function startRoll() {
    const scene = await startScene(dialect);
    const { bot, owner, room } = scene;
    await owner.says('/设置 打卡内容 文字', room);
    for (const name of ['小林', '阿陈', '老王']) await bot.person(name).joins(room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await bot.person('小林').says('打卡 读完了', room);
    await bot.person('老王').says('打卡', room);
    return scene;
  }

  test('tells the staff room who has, who has not, and whose content is awaited', async () => {
    const { owner, staff } = await startRoll();

    expect(await owner.says('/英语1群 名单', staff)).toBe(
      ['「英语1群」3月3日 周二，应到 3 人', '已打卡 1 人：小林', '待补内容 1 人：老王', '未打卡 1 人：阿陈'].join('\n'),
    );
    expect(await owner.whispers('/英语1群 名单')).toContain('未打卡 1 人：阿陈');
  });

  test('never names anybody in the members\u2019 room', async () => {
    const { bot, owner, room, staff } = await startRoll();

    expect(await owner.says('/名单', room)).toBe('名单不在群里公开，已发到「员工群」。');

    expect(bot.said(room).join('\n')).not.toContain('阿陈\n');
    expect(bot.said(staff).at(-1)).toContain('未打卡 1 人：阿陈');
  });

  test('without a staff room it asks for a private chat', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语 1 群');
    await owner.says('/建群 体验 英语', room);
    await bot.person('阿陈').joins(room);

    expect(await owner.says('/名单', room)).toBe('名单不在群里公开。请私聊我发送：/英语1群 名单');
    expect(await owner.whispers('/英语1群 名单')).toContain('未打卡 1 人：阿陈');
  });

  test('names fifty and counts the rest; namesakes carry their number', async () => {
    const { bot, owner, room, staff } = await startScene(dialect);
    for (let one = 1; one <= 52; one++) await bot.person(`同学${one}`).joins(room);
    await bot.person('同学1', 'wx-namesake').joins(room);

    const text = await owner.says('/英语1群 名单', staff);

    expect(text).toMatch(/未打卡 53 人：同学1#\d+、同学2、/u);
    expect(text).toMatch(/同学50 等 53 人/u);
  });
});
