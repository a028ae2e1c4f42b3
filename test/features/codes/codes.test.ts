import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { givePoints, minuteLater, startGiftRoom } from '../gifts/gift-room.js';

describeDialects('codes', (dialect) => {
  test('pasted codes are taken in once each, headings and blanks left out', async () => {
    const { owner } = await startGiftRoom(dialect);

    const answer = await owner.whispers('/券码 导入 早鸟券\n券码,备注\nAAA-1,甲\nAAA-2\n\nAAA-2\n"BBB-3"');

    expect(answer).toContain('「早鸟券」收进 3 个券码，现在可发 3 张');
    expect(await owner.whispers('/券码 导入 另一批\nAAA-1\nCCC-1')).toContain('收进 1 个券码，1 个本来就有');
    expect(await owner.whispers('/券码')).toContain('早鸟券　剩 3/3');
  });

  test('the log of what staff did holds no codes', async () => {
    const { bot, owner } = await startGiftRoom(dialect);
    await owner.whispers('/券码 导入 早鸟券\nAAA-1\nAAA-2');

    const logged = await bot.database.transaction((tx) => tx.selectFrom('action').selectAll().execute());
    expect(logged.filter(({ command }) => command === 'codes.codes').map(({ line }) => line)).toEqual([
      '/券码 导入 早鸟券',
    ]);
    expect(JSON.stringify(logged)).not.toContain('AAA-1');
  });

  test('codes are not taken in where members read along', async () => {
    const { owner, room } = await startGiftRoom(dialect);

    expect(await owner.says('/券码 导入 早鸟券\nAAA-1', room)).toContain('券码在群里大家都看得到');
    expect(await owner.says('/券码', room)).toContain('还没有券码');
  });

  test('a code is its receiver’s alone, read in private, and the same whenever they ask', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.whispers('/券码 导入 早鸟券\nAAA-1\nAAA-2');
    const chen = bot.person('小陈');
    await chen.joins(room);

    expect(await owner.says('/发券 早鸟券 小林', room)).toContain('「早鸟券」给 小林 留好了，只有本人看得到');
    const mentions = [{ platformId: chen.platformId, name: chen.name }];
    expect(await owner.says('/发券 @小陈\u2005早鸟券', room, { mentions })).toContain('给 小陈 留好了');
    expect(await lin.says('领券', room)).toContain('私聊我发送：领券');
    expect(await lin.whispers('领券')).toBe('你的券，一码一人，别转给别人：\n早鸟券：AAA-1');
    minuteLater(bot);
    expect(await lin.whispers('我的券')).toContain('AAA-1');
    expect(await chen.whispers('领券')).toContain('AAA-2');
    expect(await owner.says('/发券 早鸟券 小林', room)).toContain('只剩 0 张，一张也没有发');
    expect(await owner.whispers('/券码 查 AAA-2')).toContain('发给了 小陈');
  });

  test('what was handed out from elsewhere is told in the room, without the code', async () => {
    const { bot, owner, room } = await startGiftRoom(dialect);
    await owner.whispers('/券码 生成 早鸟券 3');

    expect(await owner.whispers('/英语1群 发券 早鸟券 小林')).toContain('会在群里请本人私聊领取');
    expect(bot.said(room).at(-1)).toMatch(/^🎫 .*小林 的「早鸟券」.*\n只有本人看得到，私聊我发送：领券$/u);
  });

  test('made-up codes are readable and none is like another', async () => {
    const { bot, owner } = await startGiftRoom(dialect);

    expect(await owner.whispers('/券码 生成 50张 早鸟券 到12-31')).toContain('收进 50 个券码');
    const codes = await bot.database.transaction((tx) => tx.selectFrom('coupon_code').select('code').execute());
    expect(new Set(codes.map(({ code }) => code)).size).toBe(50);
    expect(codes.every(({ code }) => /^[A-HJKMNP-Z2-9]{8}$/u.test(code))).toBe(true);
    expect(await owner.whispers('/券码')).toContain('早鸟券　剩 50/50　到12月31日');
    expect(await owner.whispers('/券码 生成 早鸟券 5 到6-30')).toContain('已经有期限了');
  });

  test('what has expired is neither handed out nor shown', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.whispers('/券码 生成 早鸟券 2 到3-3');
    await owner.says('/发券 早鸟券 小林', room);

    await bot.passTo('2026-03-04T09:00:00+08:00');

    expect(await owner.says('/发券 早鸟券 小林', room)).toContain('「早鸟券」已经过期');
    expect(await lin.whispers('领券')).toContain('你现在没有可用的券');
  });

  test('a code that nobody has read can be taken back, one that was read cannot', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.whispers('/券码 导入 早鸟券\nAAA-1');
    await owner.says('/发券 早鸟券 小林', room);

    await owner.says('/撤销', room);
    expect(await lin.whispers('领券')).toContain('没有可用的券');
    await owner.says('/发券 早鸟券 小林', room);
    minuteLater(bot);
    await lin.whispers('领券');
    expect(await owner.says('/撤销', room)).toContain('小林 已经看过这张券');
  });

  test('a gift may hand out a code of a batch', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.whispers('/券码 导入 会员周卡\nWEEK-1');
    await givePoints(bot, lin, 100);

    expect(await owner.says('/礼品 加 周卡 40 券码 会员周卡', room)).toContain('周卡 · 40 分 · 剩 1 · 发券码');
    expect(await lin.says('兑换 周卡', room)).toContain('券码只发给你一个人，私聊我发送：领券');
    expect(await lin.whispers('取消兑换 1')).toContain('退回 40 分');
    minuteLater(bot);
    expect(await lin.says('兑换 周卡', room)).toContain('编号 2');
    expect(await lin.whispers('领券')).toContain('会员周卡：WEEK-1');
    expect(await lin.whispers('取消兑换 2')).toContain('券码已经看过，不能取消');
    minuteLater(bot);
    expect(await lin.says('兑换 周卡', room)).toContain('已经换完了');
  });
});
