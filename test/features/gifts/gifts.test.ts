import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { givePoints, minuteLater, startGiftRoom } from './gift-room.js';

describeDialects('gifts', (dialect) => {
  test('a gift is added in whatever order its words come, and shown to members', async () => {
    const { owner, lin, room } = await startGiftRoom(dialect);

    const added = await owner.says('/礼品 加 库存50 水杯 要地址 200分 限1', room);

    expect(added).toContain('水杯 · 200 分 · 剩 50 · 每人限 1 · 要地址');
    expect(await lin.says('兑换', room)).toBe(
      '🎁 可以换的礼品（小林有 0 分）\n1. 水杯　200 分 · 剩 50\n想换就发送：兑换 水杯',
    );
  });

  test('redeeming takes stock and points, and names its number', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/礼品 加 书签 30 库存 2', room);
    await givePoints(bot, lin, 100);

    const answer = await lin.says('兑换 书签', room);

    expect(answer).toContain('@小林 🎁 换好了：书签（编号 1），用掉 30 分，还剩 70 分。');
    expect(await lin.says('兑换', room)).toContain('小林有 70 分）\n1. 书签　30 分 · 剩 1');
  });

  test('by number, and several at once', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/礼品 加 书签 30 库存 9', room);
    await givePoints(bot, lin, 200);

    expect(await lin.says('兑换 书签 2个', room)).toContain('书签 ×2（编号 1），用掉 60 分');
    expect(await lin.says('兑换1', room)).toContain('书签（编号 2）');
    expect(await lin.says('我的兑换', room)).toContain('1. 书签 ×2　待发放');
  });

  test('what cannot be had is refused with its cause and moves nothing', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/礼品 加 水杯 100 库存 1 限 1', room);
    await owner.says('/礼品 加 书签 30 库存 0', room);
    await givePoints(bot, lin, 70);

    expect(await lin.says('兑换 水杯', room)).toContain('积分不够：差 30 分');
    expect(await lin.says('兑换 书签', room)).toContain('「书签」已经换完了，积分没有动');
    expect(await lin.says('兑换 飞船', room)).toContain('没有叫「飞船」的礼品');
    expect(await lin.says('兑换', room)).toContain('小林有 70 分');
    await givePoints(bot, lin, 130);
    minuteLater(bot);
    await lin.says('兑换 水杯', room);
    minuteLater(bot);
    expect(await lin.says('兑换 水杯', room)).toContain('已经换完了');
    minuteLater(bot);
    await owner.says('/礼品 改 水杯 库存 5', room);
    expect(await lin.says('兑换 水杯', room)).toContain('每人限换 1 份，你已经换了 1 份');
  });

  test('a name that only comes near is asked back, never taken', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/礼品 加 蓝水杯 10', room);
    await owner.says('/礼品 加 红水杯 20', room);
    await givePoints(bot, lin, 100);

    const answer = await lin.says('兑换 水杯', room);

    expect(answer).toBe('「水杯」是哪一样？\n1. 蓝水杯　10 分\n2. 红水杯　20 分\n带上编号，例如：兑换 1');
    expect(await lin.says('兑换 2', room)).toContain('换好了：红水杯');
  });

  test('in private it is the points of the only room that are meant', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/礼品 加 书签 30', room);
    await givePoints(bot, lin, 100);

    expect(await lin.whispers('兑换 书签')).toMatch(/^🎁 换好了：书签/u);
    expect(await bot.person('路人').whispers('兑换 书签')).toContain('你还没有加入');
  });

  test('a gift is changed, taken down and offered again; a name is not used twice', async () => {
    const { owner, lin, room } = await startGiftRoom(dialect);
    await owner.says('/礼品 加 水杯 200', room);

    expect(await owner.says('/礼品 加 水杯 100', room)).toContain('已经有「水杯」了');
    expect(await owner.says('/礼品 改 水杯 价格 180 改名 大水杯', room)).toContain('大水杯 · 180 分');
    expect(await owner.says('/礼品 下架 大水杯', room)).toContain('下架了');
    expect(await lin.says('兑换', room)).toContain('还没有可以换的礼品');
    expect(await owner.says('/礼品 上架 大水杯', room)).toContain('重新上架');
    expect(await owner.says('/礼品', room)).toContain('1. 大水杯 · 180 分 · 不限量');
    expect(await owner.says('/礼品 改 大水杯', room)).toContain('还缺少「要改的内容」');
    expect(await owner.says('/礼品 加 马克杯', room)).toContain('还缺少「价格」');
    expect(await lin.says('/礼品 加 水杯 1', room)).toBe('');
  });

  test('what is added in the staff room is for all rooms, and changed there alone', async () => {
    const { bot, owner, lin, room } = await startGiftRoom(dialect);
    const staff = bot.room('员工群');
    await owner.says('/建群 员工', staff);
    await owner.says('/授权 小林 运营', room);

    expect(await owner.says('/礼品 加 水杯 200', staff)).toContain('已上架到所有群');
    expect(await lin.says('兑换', room)).toContain('水杯');
    expect(await lin.says('/礼品 改 水杯 价格 1', room)).toContain('要在员工群里改');
    expect(await owner.says('/礼品 改 水杯 价格 150', staff)).toContain('水杯 · 150 分');
  });
});
